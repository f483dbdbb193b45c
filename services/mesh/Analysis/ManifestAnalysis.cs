using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>What only several objects together show, as <c>istioctl analyze</c> does.</summary>
/// <remarks>
/// Warnings, all of them: Istio accepts such objects, and what they refer to may be in a file that was not given. So
/// something is missed only where the manifests have others of its kind.
/// </remarks>
public static class ManifestAnalysis
{
    private static readonly Func<AnalysedCluster, IEnumerable<ManifestProblem>>[] Findings =
    [
        MissingHosts.In,
        MissingPorts.In,
        MissingSubsets.In,
        MissingGateways.In,
        MissingDelegates.In,
        ConflictingMeshHosts.In,
        HiddenRules.In,
        HostsNotOnGateway.In,
        ConflictingGateways.In,
        UnselectedGateways.In,
        RulesWithoutService.In,
        SubsetsWithoutPods.In,
        ServicesWithoutPods.In,
        MissingTargetPorts.In,
        SubsetsUnknownElsewhere.In,
        DifferingRules.In,
        WeightsLikeReplicas.In,
    ];

    /// <param name="clusters">By name; each has a network of its own.</param>
    public static IReadOnlyList<ManifestProblem> Of(IReadOnlyDictionary<string, ManifestSet> clusters)
    {
        var mesh = AnalysedCluster.Of(
        [
            .. clusters.Select(one => new MeshCluster(one.Key, one.Value, Pods: [], EastWestAddress: "")),
        ]);
        var found =
            from cluster in mesh
            from finding in Findings
            from problem in finding(cluster).Distinct()
            group cluster.Name by problem;
        return ManifestFindings.InOrder(found.Select(one => Placed(one.Key, [.. one], mesh)));
    }

    /// <summary>
    /// Only of objects that are right by themselves, and only once all can be read: what is refused misses itself.
    /// </summary>
    /// <param name="problems">What is wrong with single objects.</param>
    /// <param name="clusters">By name; each has a network of its own.</param>
    public static IEnumerable<ManifestProblem> Beside(
        IReadOnlyCollection<ManifestProblem> problems, IReadOnlyDictionary<string, ManifestSet> clusters)
    {
        var errors = problems.Where(problem => problem.IsError).ToList();
        return errors.Any(error => error.Kind is "" or "Service" or "Deployment" || error.Name.Length == 0)
            ? []
            : Of(clusters).Where(found => !errors.Any(error => (error.File, error.Kind, error.Namespace, error.Name)
                == (found.File, found.Kind, found.Namespace, found.Name)));
    }

    /// <summary>Clusters share files: a problem that not all of them have names those that do.</summary>
    private static ManifestProblem Placed(
        ManifestProblem problem, IReadOnlyList<string> having, IReadOnlyList<AnalysedCluster> mesh)
    {
        var sharing = mesh.Count(cluster => cluster.Has(problem));
        return sharing == having.Count
            ? problem
            : problem with { Message = $"in {string.Join(", ", having)}: {problem.Message}" };
    }
}
