using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>Whose proxies get the routes of a VirtualService, as far as the manifests tell.</summary>
/// <param name="Shown">How to name them to the reader.</param>
/// <param name="Clients">At least one; worked out as far as they are asked for.</param>
internal sealed record RouteClients(string Shown, IEnumerable<MeshClient> Clients)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The gateways that it is bound to, and the sidecars, each if they get its routes.</summary>
    public static IEnumerable<RouteClients> Of(VirtualService service, AnalysedCluster cluster)
    {
        var gateways = GatewaysOf(service, cluster);
        if (service.Hosts.Count == 0) // a delegate is for whoever includes it
        {
            return [new("its clients", SidecarsOf(service, cluster).Concat(gateways))];
        }

        var isForMesh = service.Gateways.Contains(GatewayNames.Mesh);
        return
        [
            .. service.Gateways.Count > 1 || !isForMesh ? (RouteClients[])[new("its gateway", gateways)] : [],
            .. isForMesh ? (RouteClients[])[new("a sidecar", SidecarsOf(service, cluster))] : [],
        ];
    }

    private static IEnumerable<MeshClient> SidecarsOf(VirtualService service, AnalysedCluster cluster) => cluster
        .Workloads
        .Where(one => Visibility.Allows(service.ExportTo, service.Metadata.Namespace, one.Namespace))
        .Select(one => new MeshClient(cluster.Cluster, one.Namespace, one.Labels))
        .Prepend(MeshClient.In(cluster.Cluster, service.Metadata.Namespace, None));

    private static IEnumerable<MeshClient> GatewaysOf(VirtualService service, AnalysedCluster cluster)
    {
        var selected =
            from gateway in cluster.Manifests.Gateways
            where service.Gateways.Contains(gateway.Metadata.ToString())
            from workload in cluster.Workloads
            where workload.IsGateway && workload.Labels.Contains(gateway.Selector)
            select new MeshClient(cluster.Cluster, workload.Namespace, workload.Labels);
        return selected.DefaultIfEmpty(GatewayWorkload.Ingress(cluster.Cluster).Client);
    }
}
