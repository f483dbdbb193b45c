using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>Two Gateways that open the same port of the same workloads for the same host.</summary>
internal static class ConflictingGateways
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from claim in cluster.Manifests.Gateways.OrderByAge(gateway => gateway.Metadata).SelectMany(Claims)
            .GroupBy(claim => claim.What)
        from later in claim.Skip(1)
        let first = claim.First().Gateway.Metadata
        where first != later.Gateway.Metadata
        select cluster.DocumentOf(later.Gateway).Problem(
            later.Field,
            $"Gateway {first} ({first.Origin}) serves {later.Host} on port {later.Port} of the same workloads; keep "
                + "one of them, and bind the VirtualServices of both to it",
            FindingCode.ConflictingGateways,
            isError: false);

    private static IEnumerable<(string What, Gateway Gateway, string Field, string Host, int Port)> Claims(
        Gateway gateway) =>
        from server in gateway.Servers.Index()
        from host in server.Item.Hosts.Index()
        let shown = Normal(host.Item, gateway.Metadata.Namespace)
        select ($"{Text(gateway.Selector)} {server.Item.Bind} {server.Item.Port} {shown}", gateway,
            $"spec.servers[{server.Index}].hosts[{host.Index}]", shown, server.Item.Port);

    private static string Text(IReadOnlyDictionary<string, string> selector) =>
        string.Join(',', selector.OrderBy(label => label.Key, StringComparer.Ordinal));

    private static string Normal(string host, string space) => host.ToLowerInvariant().Split('/') switch
    {
        ["*", var name] => name,
        [".", var name] => $"{space}/{name}",
        _ => host.ToLowerInvariant(),
    };
}
