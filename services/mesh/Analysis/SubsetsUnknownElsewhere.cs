using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A subset with pods in a cluster whose own DestinationRules do not define it.</summary>
internal static class SubsetsUnknownElsewhere
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from crossed in cluster.Crossed
        let subset = crossed.Route.Destination.Subset
        where subset is not null && crossed.There?.Subset(subset) is null
        let rule = crossed.Here!.Rules[0].Metadata
        select crossed.Route.Warning(
            "subset",
            $"from {cluster.Name} to {crossed.To.Name}, requests get 503: the east-west gateway of {crossed.To.Name} "
                + $"knows only the subsets of its own DestinationRules, and '{subset}' is none of them; apply "
                + $"DestinationRule {rule} ({rule.Origin}) to {crossed.To.Name} too",
            FindingCode.SubsetUnknownElsewhere);
}
