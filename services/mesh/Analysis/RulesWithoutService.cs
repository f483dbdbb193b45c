using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A DestinationRule for a host that is no service.</summary>
internal static class RulesWithoutService
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from rule in cluster.Manifests.DestinationRules
        where !rule.Host.StartsWith('*') && rule.Host.Length > 0 && KnownHosts.CanMiss(rule.Host, cluster)
        select cluster.DocumentOf(rule).Problem(
            "spec.host",
            $"there is no service {rule.Host}, so the rule has no effect; "
                + (KnownHosts.MeantBy(rule.Host, cluster) is { } meant
                    ? $"did you mean '{meant}'?"
                    : "name the host of a Service or ServiceEntry"),
            FindingCode.ReferenceNotFound,
            isError: false);
}
