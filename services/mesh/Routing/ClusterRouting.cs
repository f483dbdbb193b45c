using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Works out the routes of one cluster's clients from its own resources and everyone's endpoints.</summary>
/// <remarks>Configuration is per cluster, endpoints are shared: that is Istio's multi-primary model.</remarks>
public sealed class ClusterRouting
{
    private readonly MeshCluster _cluster;
    private readonly MeshNetworks _networks;
    private readonly ServiceRegistry _services;
    private readonly IReadOnlyList<Gateway> _gateways;
    private readonly VirtualServices _virtualServices;

    internal ClusterRouting(MeshCluster cluster, MeshNetworks networks)
    {
        _cluster = cluster;
        _networks = networks;
        _services = networks.RegistryOf(cluster);
        var translated = GatewayApiTranslation.Of(cluster.Manifests, _services.Has);
        _gateways = [.. cluster.Manifests.Gateways, .. translated.Gateways];
        _virtualServices = new([.. cluster.Manifests.VirtualServices, .. translated.VirtualServices]);
    }

    /// <summary>One for each cluster, in order.</summary>
    public static IReadOnlyList<ClusterRouting> Of(IReadOnlyList<MeshCluster> clusters)
    {
        var networks = new MeshNetworks(clusters);
        return [.. clusters.Select(cluster => new ClusterRouting(cluster, networks))];
    }

    /// <summary>What the ports of a gateway do, by the port inside its pod.</summary>
    public IReadOnlyDictionary<int, GatewayListener> ListenersOf(GatewayWorkload workload) => new GatewayTables(
        workload,
        _gateways,
        _virtualServices,
        new(workload.Client, _services, _networks)).Listeners();

    /// <summary>The routes of port 80 of Istio's own ingress gateway; null while no Gateway opens it.</summary>
    public RouteTable? Ingress()
    {
        var workload = GatewayWorkload.Ingress(_cluster);
        return workload.PodPortOf(80) is { } port
            && ListenersOf(workload).GetValueOrDefault(port) is { Kind: ListenerKind.Http } listener
                ? listener.Tables[0].Routes
                : null;
    }

    /// <summary>What the sidecar of a pod does with requests to a port.</summary>
    public SidecarListener Sidecar(MeshClient client, int port) => new SidecarTables(
        client,
        [.. _services.VisibleFrom(client.Namespace)],
        _virtualServices,
        new(client, _services, _networks),
        MeshConfig.UnknownHostOf(_cluster.Manifests)).Listener(port);

    /// <summary>What the east-west gateway serves to other clusters, by SNI.</summary>
    public IReadOnlyDictionary<string, Upstream> EastWestGateway() => _networks.EastWestGateway(_cluster);
}
