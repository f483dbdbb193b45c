using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A subset whose labels no pod of its service has, in any cluster.</summary>
internal static class SubsetsWithoutPods
{
    private static readonly string[] Topology =
        [Labels.Network, Labels.Region, Labels.Zone, Labels.Subzone, "kubernetes.io/hostname"];

    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from rule in cluster.Manifests.DestinationRules
        let endpoints = EndpointsOf(rule.Host, cluster)
        where endpoints.Count > 0
        from subset in rule.Subsets.Index()
        let labels = subset.Item.Labels.Where(label => IsKnown(label.Key, cluster)).ToDictionary()
        where !endpoints.Any(endpoint => endpoint.Contains(labels))
        select cluster.DocumentOf(rule).Problem(
            $"spec.subsets[{subset.Index}].labels",
            $"no pod of {rule.Host} has {string.Join(", ", labels.Select(label => $"{label.Key}: {label.Value}"))}: "
                + $"requests to subset '{subset.Item.Name}' get 503; {Advice(labels, endpoints)}",
            FindingCode.SubsetWithoutPods,
            isError: false);

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> EndpointsOf(string host, AnalysedCluster cluster)
    {
        var workloads = cluster.Behind(host);
        return workloads.Count > 0
            ? [.. workloads.Select(workload => workload.Labels)]
            : KnownHosts.Find(host, cluster) is { IsKubernetes: false } entry
                ? [.. entry.Ports.SelectMany(port => port.Endpoints).Select(endpoint => endpoint.Labels)]
                : [];
    }

    /// <summary>Where nodes stand is in no manifest, nor which clusters there are when one is given.</summary>
    private static bool IsKnown(string label, AnalysedCluster cluster) =>
        !Topology.Contains(label) && (label != Labels.Cluster || cluster.Mesh.Count > 1);

    private static string Advice(
        Dictionary<string, string> labels, IReadOnlyList<IReadOnlyDictionary<string, string>> endpoints)
    {
        var values =
            from key in labels.Keys
            let known = endpoints.Select(endpoint => endpoint.GetValueOrDefault(key)).OfType<string>().Distinct()
            where known.Any()
            select $"they have {key}: {string.Join(" or ", known.Order(StringComparer.Ordinal))}";
        return string.Join(", ", values.DefaultIfEmpty("label the pods so, or mend the subset"));
    }
}
