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
        var gateways = GatewayNames.Read(spec, metadata);
        var scope = new RuleScope(
            metadata,
            spec.TextItems("hosts"),
            IsDelegate: spec.HasNothing("hosts"),
            IsForMesh: spec.HasNothing("gateways") || gateways.Contains(GatewayNames.Mesh));
        scope.CheckHosts(spec);
        if (spec.HasNothing("http") && spec.HasNothing("tcp") && spec.HasNothing("tls"))
        {
            spec.Error("http", "http, tcp or tls must be provided in virtual service; give it at least one http rule");
        }

        var read = new VirtualService(
            metadata,
            [.. scope.Hosts.Select(host => metadata.FullHost(host.Text).ToLowerInvariant())],
            [.. gateways.DefaultIfEmpty(GatewayNames.Mesh)],
            [.. spec.Objects("http").Select(rule => HttpRule.Read(scope, rule))],
            Istio.ExportTo.Read(spec, metadata));
        TransportRules.Check(spec, scope);
        spec.End();
        if (!spec.HasErrors) // a condition that was refused looks like none
        {
            UnusedRules.Warn(spec, read.Http);
        }

        return read;
    }
}
