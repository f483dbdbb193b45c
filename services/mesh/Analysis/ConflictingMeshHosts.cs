using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A host for sidecars that another VirtualService has already: in the mesh they are not merged.</summary>
internal static class ConflictingMeshHosts
{
    /// <summary>Stands for all namespaces that no VirtualService mentions.</summary>
    private const string Elsewhere = "";

    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster)
    {
        var services = new Routing.VirtualServices(cluster.Manifests.VirtualServices);
        return from viewer in Viewers(cluster.Manifests.VirtualServices)
               from host in HostsOf(services.BoundTo(GatewayNames.Mesh, viewer)).GroupBy(one => one.Host)
               from loser in host.Skip(1)
               let winner = host.First().Service.Metadata
               where winner != loser.Service.Metadata
               select cluster.DocumentOf(loser.Service).Problem(
                   loser.Field,
                   $"VirtualService {winner} ({winner.Origin}) has {loser.Host} for sidecars, and sidecars do not "
                       + "merge: this one has no effect there; move its rules to that one, or leave mesh out",
                   FindingCode.ConflictingMeshHosts,
                   isError: false);
    }

    private static IEnumerable<string> Viewers(IReadOnlyList<VirtualService> services) => services
        .Where(service => service.Gateways.Contains(GatewayNames.Mesh))
        .SelectMany(service => service.ExportTo.Select(space =>
            space is Visibility.Everyone ? Elsewhere : space is Visibility.Own ? service.Metadata.Namespace : space))
        .Append(Elsewhere)
        .Distinct();

    private static IEnumerable<(string Host, VirtualService Service, string Field)> HostsOf(
        IReadOnlyList<VirtualService> services) =>
        from service in services
        from host in service.Hosts.Index()
        select (host.Item, service, $"spec.hosts[{host.Index}]");
}
