using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Works out the routes of one cluster's gateways from its own resources and everyone's endpoints.</summary>
/// <remarks>Configuration is per cluster, endpoints are shared: that is Istio's multi-primary model.</remarks>
public sealed class RouteTableBuilder
{
    private readonly MeshCluster _cluster;
    private readonly ServiceRegistry _services;
    private readonly Subsets _subsets;

    /// <param name="cluster">Whose gateways; one of <paramref name="all"/>.</param>
    public RouteTableBuilder(MeshCluster cluster, IReadOnlyList<MeshCluster> all)
    {
        _cluster = cluster;
        _services = new(all);
        _subsets = new(cluster.Manifests);
    }

    /// <summary>The routes of a gateway port.</summary>
    public RouteTable ForGateway(GatewayWorkload workload)
    {
        var servers = Servers(workload).ToList();
        var hosts = _cluster.Manifests.VirtualServices
            .OrderByAge(service => service.Metadata)
            .SelectMany(service => ServedHosts(service, servers), (service, host) => (service, host))
            .GroupBy(served => served.host.ToLowerInvariant(), served => served.service)
            .Select(host => new VirtualHost(host.Key, Routes(host.Distinct(), workload)))
            .OrderByDescending(host => HostPattern.Specificity(host.Pattern));
        return new(servers.Count > 0, [.. hosts]);
    }

    /// <summary>What the east-west gateway serves to other clusters, by SNI.</summary>
    /// <remarks>
    /// Only pods of its own cluster, and only subsets that its own DestinationRules define. Source: Istio's
    /// <c>buildOutboundSniDnatClusters</c>.
    /// </remarks>
    public IReadOnlyDictionary<string, Upstream> ForEastWestGateway()
    {
        Dictionary<string, Upstream> upstreams = [];
        foreach (var service in _services.All)
        {
            var subsets = _subsets.Of(service.Host, service.Namespace, GatewayWorkload.Ingress.Namespace);
            foreach (var port in service.Ports)
            {
                var local = port.Endpoints.Where(endpoint => endpoint.Cluster.Name == _cluster.Name).ToList();
                foreach (var subset in subsets.Select(Subset? (subset) => subset).Append(null))
                {
                    upstreams[Sni(port.Number, subset?.Name, service.Host)] = new(
                        Name(port.Number, subset?.Name, service.Host),
                        [.. Of(subset, local).Select(endpoint => new UpstreamEndpoint(endpoint.Address, Sni: null))]);
                }
            }
        }

        return upstreams;
    }

    private static string Name(int port, string? subset, string host) => $"outbound|{port}|{subset}|{host}";

    private static string Sni(int port, string? subset, string host) => $"outbound_.{port}_.{subset}_.{host}";

    private static IEnumerable<ServiceEndpoint> Of(Subset? subset, IEnumerable<ServiceEndpoint> endpoints) =>
        subset is null ? endpoints : endpoints.Where(endpoint => endpoint.Bears(subset.Labels));

    private IEnumerable<(Gateway Gateway, string Host)> Servers(GatewayWorkload workload) =>
        from gateway in _cluster.Manifests.Gateways
        where workload.Labels.Contains(gateway.Selector)
        from server in gateway.Servers
        where server.Port == workload.Port && server.IsHttp
        from host in server.Hosts
        select (gateway, host);

    /// <summary>The narrower of the server's host and the VirtualService's, wherever they overlap.</summary>
    private static IEnumerable<string> ServedHosts(
        VirtualService service, IReadOnlyList<(Gateway Gateway, string Host)> servers) =>
        from server in servers
        where service.Gateways.Contains(server.Gateway.Metadata.ToString())
        let limit = server.Host.Split('/')
        where limit.Length == 1 || limit[0] == "*" || limit[0] == service.Metadata.Namespace
            || (limit[0] == "." && server.Gateway.Metadata.Namespace == service.Metadata.Namespace)
        from host in service.Hosts
        let served = HostPattern.Narrower(limit[^1], service.Metadata.FullHost(host))
        where served is not null
        select served;

    private List<MeshRoute> Routes(IEnumerable<VirtualService> services, GatewayWorkload workload)
    {
        List<MeshRoute> routes = [];
        foreach (var service in services)
        {
            foreach (var route in service.Http.SelectMany(rule => Routes(service, rule, workload)))
            {
                routes.Add(route);
                if (route.IsCatchAll)
                {
                    break; // what a VirtualService has behind it is unreachable, and Istio makes no route of it
                }
            }
        }

        // On gateways, what catches everything comes last, whichever VirtualService it stands in: SortVHostRoutes.
        return [.. routes.OrderBy(route => route.IsCatchAll)];
    }

    private IEnumerable<MeshRoute> Routes(VirtualService service, HttpRule rule, GatewayWorkload workload)
    {
        var split = rule.Route.Count > 0 ? SplitOf(service, rule, workload) : null;
        return rule.Match
            .Select(HttpMatch? (match) => match)
            .DefaultIfEmpty(null)
            .Select(match => new MeshRoute(service.Metadata, rule, match, rule.Fault?.Abort, split));
    }

    private Split SplitOf(VirtualService service, HttpRule rule, GatewayWorkload workload) => new(
        rule.Route is [var only]
            ? [Destination(service, only, 1, workload)] // one destination gets everything, whatever its weight
            : [.. rule.Route.Where(route => route.Weight > 0)
                .Select(route => Destination(service, route, route.Weight, workload))]);

    private SplitDestination Destination(
        VirtualService virtualService, RouteDestination route, int weight, GatewayWorkload workload)
    {
        var host = route.Destination.Host;
        if (_services.Find(host) is not { } service)
        {
            return new(host, route.Destination.Subset, new Dictionary<string, string>(), weight, null);
        }

        var subset = _subsets.Of(host, service.Namespace, workload.Namespace)
            .FirstOrDefault(one => one.Name == route.Destination.Subset);
        var port = route.Destination.Port is { } number
            ? service.Ports.FirstOrDefault(one => one.Number == number)
            : service.Ports is [var single] ? single : service.Ports.FirstOrDefault(one => one.Number == workload.Port);
        var isKnown = port is not null && (route.Destination.Subset is null || subset is not null);
        return new(host, route.Destination.Subset, subset?.Labels ?? new Dictionary<string, string>(), weight,
            isKnown ? UpstreamOf(service, port!, subset) : null);
    }

    private Upstream UpstreamOf(MeshService service, ServicePort port, Subset? subset)
    {
        var sni = Sni(port.Number, subset?.Name, service.Host);
        return new(Name(port.Number, subset?.Name, service.Host), [.. Of(subset, port.Endpoints).Select(Reach)]);

        // One entry a remote pod, so that the other cluster's gateway is drawn as often as it has pods.
        UpstreamEndpoint Reach(ServiceEndpoint endpoint) =>
            endpoint.Cluster.Name == _cluster.Name
                ? new(endpoint.Address, null)
                : new(endpoint.Cluster.EastWestAddress, sni);
    }
}
