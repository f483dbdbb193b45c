using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>A listener that routes may attach to, and the Istio Gateway it became.</summary>
internal sealed record ListenerParent(KubernetesGateway Owner, KubernetesListener Listener, Gateway Gateway)
{
    /// <summary>How VirtualServices refer to it.</summary>
    public string Name => $"{Gateway.Metadata.Namespace}/{Gateway.Metadata.Name}";

    public bool IsMeantBy(ParentReference parent) =>
        parent.IsGateway
        && parent.Name == Owner.Metadata.Name
        && parent.Namespace == Owner.Metadata.Namespace
        && (parent.SectionName is null || parent.SectionName == Listener.Name)
        && (parent.Port is null || parent.Port == Listener.Port);

    public bool Allows(HttpRoute route) =>
        Listener.AllowedRoutes.AllowsHttpRoutes
        && Gateway.Servers[0].Hosts.Any(host => host.Split('/')[0] is var ns
            && (ns == "*" || ns == route.Metadata.Namespace));

    /// <summary>Whether requests for that host of a route are this listener's to serve.</summary>
    /// <param name="siblings">All listeners of all gateways.</param>
    /// <remarks>
    /// A host belongs to the listener that names it most exactly, among those of one gateway, port and protocol.
    /// Source: Gateway API's listener isolation, Istio's <c>hostnameAllowedByIsolation</c>.
    /// </remarks>
    public bool Serves(string host, IEnumerable<ListenerParent> siblings)
    {
        var own = Listener.Hostname ?? "*";
        return HostPattern.Narrower(own, host) is not null
            && (!own.StartsWith('*') || !siblings.Any(other => IsSibling(other)
                && (Listener.Hostname?.Length ?? 0) <= other.Listener.Hostname!.Length
                && HostPattern.Covers(other.Listener.Hostname, host)));
    }

    private bool IsSibling(ListenerParent other) =>
        other.Owner == Owner
        && other.Listener.Port == Listener.Port
        && other.Listener.Protocol == Listener.Protocol
        && other.Listener.Hostname is not null
        && other.Listener.Hostname != Listener.Hostname;
}
