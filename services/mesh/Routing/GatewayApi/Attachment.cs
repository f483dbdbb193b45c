using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>One host of one route at one place: at a listener, or within the mesh.</summary>
/// <param name="Gateway"><c>namespace/name</c>, or <c>mesh</c>.</param>
/// <param name="Port">Within the mesh: the only port of the service that it is for; 0 means all.</param>
internal sealed record Attachment(HttpRoute Route, string Gateway, string Host, int Port)
{
    public bool IsMesh => Gateway == "mesh";

    /// <summary>Attachments with the same key become one VirtualService.</summary>
    /// <remarks>Within the mesh, routes of different namespaces compete instead, as in Istio.</remarks>
    public (string, string, string, int) MergeKey => (Gateway, IsMesh ? Route.Metadata.Namespace : "", Host, Port);

    public static IEnumerable<Attachment> Of(
        HttpRoute route, IReadOnlyList<ListenerParent> listeners, ManifestSet manifests) =>
        route.Parents.SelectMany(parent => parent.IsGateway
            ? AtListeners(route, listeners.Where(listener => listener.IsMeantBy(parent)), listeners)
            : InMesh(route, parent, manifests)).Distinct();

    private static IEnumerable<Attachment> AtListeners(
        HttpRoute route, IEnumerable<ListenerParent> meant, IReadOnlyList<ListenerParent> all) =>
        from listener in meant
        where listener.Allows(route)
        from host in route.Hostnames.DefaultIfEmpty("*")
        where listener.Serves(host, all)
        select new Attachment(route, listener.Name, host, 0);

    /// <remarks>The service says which host it is, the hostnames of the route have no say. Source: GEP-1426.</remarks>
    private static IEnumerable<Attachment> InMesh(HttpRoute route, ParentReference parent, ManifestSet manifests) =>
        HostsOf(parent, manifests).Select(host => new Attachment(route, "mesh", host, parent.Port ?? 0));

    private static IEnumerable<string> HostsOf(ParentReference parent, ManifestSet manifests)
    {
        if (parent.IsServiceEntry)
        {
            return manifests.ServiceEntries
                .Where(entry => (entry.Metadata.Namespace, entry.Metadata.Name) == (parent.Namespace, parent.Name))
                .SelectMany(entry => entry.Hosts);
        }

        return parent.IsService && manifests.Services.Any(service =>
            (service.Metadata.NamespaceProperty ?? "default", service.Metadata.Name) == (parent.Namespace, parent.Name))
            ? [$"{parent.Name}.{parent.Namespace}.svc.cluster.local"]
            : [];
    }
}
