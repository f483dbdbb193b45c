using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>Weights in the ratio of the replicas: the split would be the same without them.</summary>
internal static class WeightsLikeReplicas
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from service in cluster.Manifests.VirtualServices
        from rule in service.Http
        let used = rule.Route.Where(route => route.Weight > 0).ToList()
        where used.Count > 1
            && used.All(route => route.Destination is { Subset: not null } one && one.Host == used[0].Destination.Host)
        let subsets = SubsetsOf(used, service, cluster)
        where subsets is not null
        let replicas = ReplicasOf(used[0].Destination.Host, subsets, cluster)
        where replicas is not null && IsSameRatio(used, replicas) && !IsEvenByCluster(used, subsets)
        select cluster.DocumentOf(service).Problem(
            $"{rule.Field}.route",
            $"weights {string.Join(" to ", used.Select(route => route.Weight))} are the ratio of the replicas, "
                + $"{string.Join(" to ", replicas)}: without weights the split would be the same, so it proves "
                + "nothing; change either",
            FindingCode.WeightsLikeReplicas,
            isError: false);

    private static List<Subset>? SubsetsOf(
        List<RouteDestination> used, VirtualService service, AnalysedCluster cluster)
    {
        var rule = KnownHosts.Find(used[0].Destination.Host, cluster) is { } host
            ? RouteClients.Of(service, cluster).SelectMany(clients => clients.Clients)
                .Select(client => cluster.Rules.Of(host, client)).OfType<MergedRule>().FirstOrDefault()
            : null;
        var subsets = used.Select(route => rule?.Subset(route.Destination.Subset!)).OfType<Subset>().ToList();
        return subsets.Count == used.Count ? subsets : null;
    }

    /// <returns>Of each subset; null when they do not share out all pods of the host.</returns>
    private static List<long>? ReplicasOf(string host, List<Subset> subsets, AnalysedCluster cluster)
    {
        var all = cluster.Behind(host);
        var each = subsets.Select(subset => all.Where(one => one.Labels.Contains(subset.Labels)).ToList()).ToList();
        var replicas = each.Select(some => some.Sum(one => one.Replicas)).ToList();
        var areAll = each.SelectMany(some => some).Distinct().Count() == all.Count
            && each.Sum(some => some.Count) == all.Count;
        return areAll && replicas.All(count => count > 0) ? replicas : null;
    }

    private static bool IsSameRatio(List<RouteDestination> used, List<long> replicas) => used
        .Zip(replicas)
        .All(one => one.First.Weight * replicas.Sum() == one.Second * used.Sum(route => (long)route.Weight));

    /// <summary>Half to each cluster is meant to stay so when one of them is scaled.</summary>
    private static bool IsEvenByCluster(List<RouteDestination> used, List<Subset> subsets) =>
        used.Select(route => route.Weight).Distinct().Count() == 1
        && subsets.All(subset => subset.Labels.ContainsKey(Labels.Cluster));
}
