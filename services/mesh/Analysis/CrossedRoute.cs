using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A route of one cluster that sends requests into another one's network.</summary>
/// <param name="From">Whose VirtualService it is.</param>
/// <param name="To">Another cluster that has pods for it.</param>
/// <param name="Here">What the DestinationRules of the sending cluster say of the host; null for nothing.</param>
/// <param name="There">What the receiving cluster's east-west gateway knows; null for nothing.</param>
internal sealed record CrossedRoute(
    RoutedDestination Route, AnalysedCluster From, AnalysedCluster To, MergedRule? Here, MergedRule? There)
{
    private static readonly Dictionary<string, string> EastWest = new() { ["istio"] = "eastwestgateway" };
    private static readonly IReadOnlyDictionary<string, string> Everything = new Dictionary<string, string>();

    public static IEnumerable<CrossedRoute> Of(AnalysedCluster cluster) =>
        from route in cluster.Destinations
        where cluster.Mesh.Count > 1
        let service = KnownHosts.Find(route.Destination.Host, cluster)
        where service is { IsKubernetes: true }
        from remote in cluster.Behind(service.Host).GroupBy(workload => workload.Cluster.Name)
        let other = cluster.Mesh.First(one => one.Name == remote.Key)
        where other.Cluster.Network != cluster.Cluster.Network
        let here = RouteClients.Of(route.Service, cluster)
            .SelectMany(clients => clients.Clients)
            .Select(client => cluster.Rules.Of(service, client))
            .FirstOrDefault(rule => rule is not null)
        let labels = route.Destination.Subset is { } subset ? here?.Subset(subset)?.Labels : Everything
        where labels is not null // else the subset is not known at all, which is another finding
            && remote.Any(workload => workload.Labels.Contains(labels))
        select new CrossedRoute(route, cluster, other, here, other.Rules.Of(
            service, MeshClient.In(other.Cluster, GatewayWorkload.IstioNamespace, EastWest)));
}
