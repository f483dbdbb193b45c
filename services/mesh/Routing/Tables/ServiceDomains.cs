namespace ColorDemo.Mesh.Routing;

/// <summary>The names by which a client may ask for a service.</summary>
internal static class ServiceDomains
{
    private const string ClusterDomain = ".svc.cluster.local";

    /// <remarks>
    /// As DNS would complete them in the client's namespace. Source: Istio's <c>generateVirtualHostDomains</c>; the
    /// port in the Host header does not count.
    /// </remarks>
    public static IReadOnlyList<string> Of(MeshService service, string clientNamespace)
    {
        var host = service.Host;
        if (!host.EndsWith(ClusterDomain, StringComparison.Ordinal))
        {
            return service.IsWildcard ? [host] : [host, $"{host}.", .. service.Addresses];
        }

        var name = host[..^ClusterDomain.Length];
        string[] shortest = service.Namespace == clientNamespace ? [name[..name.LastIndexOf('.')]] : [];
        return
        [
            host, $"{host}.", name, $"{name}.svc", .. shortest, .. service.Addresses,
        ];
    }
}
