namespace ColorDemo.Mesh.Istio;

/// <summary>Says where requests for a host go. Istio <c>VirtualService</c>, networking.istio.io/v1.</summary>
/// <param name="Gateways"><c>namespace/name</c> each, or <c>mesh</c> for all sidecars, which is the default.</param>
/// <param name="Http">In order: the first rule that matches decides.</param>
public sealed record VirtualService(
    Metadata Metadata, IReadOnlyList<string> Hosts, IReadOnlyList<string> Gateways, IReadOnlyList<HttpRule> Http)
{
    internal static VirtualService Read(Metadata metadata, Fields spec)
    {
        var hosts = spec.Texts("hosts");
        if (hosts.Count == 0 && spec.Has("gateways"))
        {
            spec.Error("hosts", "name at least one host; \"*\" is every host of the gateway");
        }
        else if (hosts.Count == 0)
        {
            spec.Warn("hosts", "without hosts this is a delegate, which is not simulated here");
        }

        foreach (var host in hosts.Where(host => !Names.IsHost(host)))
        {
            spec.Error("hosts", $"'{host}' is no host");
        }

        var gateways = spec.Texts("gateways");
        if (hosts.Contains("*") && (gateways.Count == 0 || gateways.Contains("mesh")))
        {
            spec.Error("hosts", "host \"*\" is not allowed for the gateway 'mesh'; name a gateway under spec.gateways");
        }

        foreach (var gateway in gateways.Where(gateway => !IsGatewayName(gateway)))
        {
            spec.Error("gateways", $"'{gateway}' is no gateway; write name, namespace/name, or mesh");
        }

        if (!spec.Has("http") && !spec.Has("tcp") && !spec.Has("tls"))
        {
            spec.Error("http", "a virtual service must have http, tcp or tls");
        }

        var http = spec.Objects("http").Select((rule, index) => HttpRule.Read(rule, $"spec.http[{index}]")).ToList();
        spec.NotSimulated("exportTo", "tcp", "tls");
        spec.End();
        return new(metadata, hosts, [.. gateways.DefaultIfEmpty("mesh").Select(name => Full(name, metadata))], http);
    }

    private static bool IsGatewayName(string text) =>
        text.Split('/') is var parts && parts.Length <= 2 && parts.All(Names.IsSubdomain);

    private static string Full(string gateway, Metadata metadata) =>
        gateway == "mesh" || gateway.Contains('/') ? gateway : $"{metadata.Namespace}/{gateway}";
}
