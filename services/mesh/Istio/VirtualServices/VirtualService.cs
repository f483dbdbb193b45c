namespace ColorDemo.Mesh.Istio;

/// <summary>Says where requests for a host go. Istio <c>VirtualService</c>, networking.istio.io/v1.</summary>
/// <param name="Hosts">Full names, in lower case. None: it is a delegate, for others to include.</param>
/// <param name="Gateways"><c>namespace/name</c> each, or <c>mesh</c> for all sidecars, which is the default.</param>
/// <param name="Http">In order: the first rule that matches decides.</param>
/// <param name="ExportTo">Namespaces, <c>.</c> or <c>*</c>; empty means <c>*</c>.</param>
public sealed record VirtualService(
    Metadata Metadata,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Gateways,
    IReadOnlyList<HttpRule> Http,
    IReadOnlyList<string> ExportTo)
{
    /// <summary>Made of an HTTPRoute: prefixes match by segment, and an unknown destination answers 500.</summary>
    public bool HasGatewaySemantics { get; init; }

    internal static VirtualService Read(Metadata metadata, Fields spec)
    {
        var gateways = spec.Texts("gateways").DefaultIfEmpty("mesh");
        var read = new VirtualService(
            metadata,
            [.. spec.Texts("hosts").Select(host => metadata.FullHost(host).ToLowerInvariant())],
            [.. gateways.Select(name => FullGateway(name, metadata))],
            [.. spec.Objects("http").Select(rule => HttpRule.Read(metadata, rule))],
            spec.Texts("exportTo"));
        spec.NotSimulated("tcp", "tls");
        spec.End();
        return read;
    }

    internal static string FullGateway(string gateway, Metadata metadata) =>
        gateway == "mesh" || gateway.Contains('/') ? gateway : $"{metadata.Namespace}/{gateway}";
}
