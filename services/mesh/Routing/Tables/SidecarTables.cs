namespace ColorDemo.Mesh.Routing;

/// <summary>Works out what a pod's sidecar does with requests to a port.</summary>
/// <remarks>
/// Source: Istio's <c>BuildSidecarVirtualHostWrapper</c> and <c>buildSidecarOutboundVirtualHosts</c>.
/// </remarks>
internal sealed class SidecarTables(
    MeshClient client,
    IReadOnlyList<MeshService> visible,
    VirtualServices virtualServices,
    Upstreams upstreams,
    UnknownHost unknown)
{
    private const string Mesh = "mesh";

    /// <summary>Where hosts that are no service are served.</summary>
    private const int PlainPort = 80;

    private readonly IReadOnlyList<Istio.VirtualService> _bound = virtualServices.BoundTo(Mesh, client.Namespace);

    public SidecarListener Listener(int port)
    {
        var services = visible
            .Where(service => service.Port(port) is { IsHttp: true })
            .ToDictionary(service => service.Host);
        var winners = new HostWinners(_bound);
        var place = new RoutePlace(client, port, Mesh, upstreams);
        List<VirtualHost> hosts = [];
        HashSet<string> attached = [];
        foreach (var service in _bound)
        {
            var routes = RuleRoutes.Of(service, place);
            var own = service.Hosts.SelectMany(host => winners.Won(service, host, services.Values)).ToList();
            if (routes.Routes.Count == 0 || (own.Count == 0 && port != PlainPort))
            {
                continue; // such a service keeps its default route
            }

            attached.UnionWith(own.Select(one => one.Host));
            var strangers = service.Hosts.Where(host => !HostWinners.IsKnown(host, services.Values));
            hosts.AddRange(strangers.Select(host => HostOf([host], routes)));
            hosts.AddRange(own.Select(one => HostOf(ServiceDomains.Of(one, client.Namespace), routes)));
        }

        hosts.AddRange(services.Values
            .Where(service => !attached.Contains(service.Host))
            .Select(service =>
                new VirtualHost(ServiceDomains.Of(service, client.Namespace), [Default(service, port)])));
        return new(
            hosts.Count > 0 ? new(hosts, unknown) : null,
            visible.Where(service => service.Port(port) is { IsHttp: false })
                .SelectMany(service => ServiceDomains.Of(service, client.Namespace), (service, name) => (service, name))
                .DistinctBy(one => one.name)
                .ToDictionary(one => one.name, one => upstreams.Find(one.service.Host, null, port)!),
            unknown);
    }

    private static VirtualHost HostOf(IReadOnlyList<string> domains, ServiceRoutes routes) =>
        new(domains, routes.Routes) { Unused = routes.Unused };

    private MeshRoute Default(MeshService service, int port) => new(
        "default",
        null,
        null,
        RouteMatch.Everything,
        new ForwardAction(
            new([new(service.Host, null, port, 1, upstreams.Find(service.Host, null, port),
                HeaderChanges.None, HeaderChanges.None, null)]),
            null, null, null, RetryPolicy.Default, [], UnknownUpstreamStatus: 503));
}

/// <param name="Table">Null when nobody speaks HTTP on that port.</param>
/// <param name="Opaque">Services of other protocols, by name: bytes are carried, whatever VirtualServices say.</param>
/// <param name="Unknown">For a host that neither of them has.</param>
public sealed record SidecarListener(
    RouteTable? Table, IReadOnlyDictionary<string, Upstream> Opaque, UnknownHost Unknown);
