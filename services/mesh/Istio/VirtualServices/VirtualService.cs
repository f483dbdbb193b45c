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
    IReadOnlyList<string> ExportTo);
