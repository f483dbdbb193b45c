using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A DestinationRule that is not the same in a cluster to which its cluster sends requests.</summary>
internal static class DifferingRules
{
    /// <summary>The order of fields says nothing, and kubectl has one of its own.</summary>
    private static readonly EqualityComparer<JsonNode?> SameFields =
        EqualityComparer<JsonNode?>.Create(JsonNode.DeepEquals);

    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from crossed in cluster.Crossed
        where crossed.Here is not null && !IsToldAlready(crossed)
        let flaw = FlawOf(crossed.Here!, crossed)
        where flaw is not null
        select crossed.From.DocumentOf(crossed.Here!.Rules[0]).Problem(
            "spec", flaw, FindingCode.RulesDiffer, isError: false);

    private static bool IsToldAlready(CrossedRoute crossed) =>
        crossed.Route.Destination.Subset is { } subset && crossed.There?.Subset(subset) is null;

    private static string? FlawOf(MergedRule here, CrossedRoute crossed)
    {
        const string Advice = "apply the same to both, unless you want two policies";
        var (from, to) = (crossed.From.Name, crossed.To.Name);
        if (crossed.There is not { } there)
        {
            return $"{from} has this rule, {to} has none for the host, and requests go from one to the other: each "
                + $"follows the rules of the cluster where it starts; {Advice}";
        }

        return SpecsOf(here, crossed.From).SequenceEqual(SpecsOf(there, crossed.To), SameFields)
            ? null
            : $"{from} and {to} have different rules for the host ({there.Rules[0].Metadata.Origin}), and requests go "
                + $"from one to the other; {Advice}";
    }

    private static IEnumerable<JsonNode?> SpecsOf(MergedRule rule, AnalysedCluster cluster) =>
        rule.Rules.Select(one => Compared(cluster.DocumentOf(one).Json["spec"]));

    /// <summary>Locality differs by its nature: each cluster prefers itself.</summary>
    private static JsonNode? Compared(JsonNode? spec)
    {
        var copy = spec?.DeepClone();
        (((copy as JsonObject)?["trafficPolicy"] as JsonObject)?["loadBalancer"] as JsonObject)
            ?.Remove("localityLbSetting");
        return copy;
    }
}
