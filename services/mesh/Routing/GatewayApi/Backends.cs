using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Finds what the backends of routes name, and whether a route may go there.</summary>
/// <param name="exists">Whether some cluster has a service of that full name with that port.</param>
internal sealed class Backends(ManifestSet manifests, Func<string, int, bool> exists)
{
    /// <summary>The host of a destination that is nothing: its share is answered with 500.</summary>
    public const string Nowhere = "";

    public IEnumerable<RouteDestination> Destinations(Attachment attachment, HttpRouteRule rule) =>
        rule.Backends
            .Where(backend => backend.Weight > 0)
            .Select(backend => new RouteDestination(
                Destination(attachment, backend.Reference), backend.Weight, backend.Filters.Headers));

    /// <summary>Copies for nowhere are not sent; the others may each have their own share.</summary>
    public IEnumerable<Mirror> Mirrors(Attachment attachment, HttpRouteRule rule) =>
        from filter in rule.Filters.Mirrors
        where filter.Percent > 0
        let destination = Destination(attachment, filter.Backend)
        where destination is { Host: not Nowhere, Port: { } port } && exists(destination.Host, port)
        select new Mirror(destination, filter.Percent);

    private Destination Destination(Attachment attachment, BackendReference backend)
    {
        var host = HostOf(attachment, backend);
        return new(backend.Port is null ? Nowhere : host, null, backend.Port);
    }

    /// <remarks>
    /// Routes within the mesh need no grant: there the client decides where it goes. Source: Istio's
    /// <c>buildDestination</c>.
    /// </remarks>
    private string HostOf(Attachment attachment, BackendReference backend)
    {
        var own = attachment.Route.Metadata.Namespace;
        var ns = backend.Namespace ?? own;
        return backend.IsHostname ? backend.Name.ToLowerInvariant()
            : !backend.IsService || !backend.IsServed ? Nowhere
            : ns == own || attachment.IsMesh || manifests.ReferenceGrants.Any(
                grant => grant.Allows(own, ns, backend.Name))
                ? $"{backend.Name}.{ns}.svc.cluster.local"
            : Nowhere;
    }
}
