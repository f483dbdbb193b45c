using ColorDemo.Grid.Wire;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.GridHost;

/// <summary>What DestinationRules say of pods that fail, and of those that are near.</summary>
internal static class BalancingFacts
{
    /// <summary>What is said of several destinations alike, is told once.</summary>
    public static IEnumerable<DeclaredFact> Of(
        IReadOnlyList<SplitDestination> destinations, GatewayServices services) => destinations
        .SelectMany(one => Of(one, services).Select(fact => (Name: NameOf(one), fact.Kind, fact.Title, fact.Text)))
        .GroupBy(fact => (fact.Kind, fact.Title, fact.Text))
        .Select(same => new DeclaredFact(
            same.Key.Kind, $"{same.Key.Title} ({string.Join(", ", same.Select(one => one.Name))}): {same.Key.Text}"));

    private static IEnumerable<(FactKind Kind, string Title, string Text)> Of(
        SplitDestination destination, GatewayServices services)
    {
        if (destination.Upstream?.Policy is not { } policy)
        {
            yield break;
        }

        if (policy.OutlierDetection is { } outliers && CausesOf(outliers) is { Length: > 0 } causes)
        {
            yield return (FactKind.OutlierDetection, "outlier detection",
                $"a pod that answers {causes} in a row gets nothing for {FactText.Time(outliers.BaseEjectionTime)} or "
                + "longer; others of the destination get its share");
        }

        // All pods of one cluster are equally near.
        if (!destination.SubsetLabels.ContainsKey(KnownPods.ClusterLabel)
            && PlaceOf(policy, services.DistributionOf(destination.Host)) is { } place)
        {
            yield return (FactKind.Locality, "locality", place);
        }
    }

    private static string CausesOf(OutlierDetection outliers) => string.Join(" or ", new[]
    {
        (Count: outliers.Consecutive5xxErrors, What: "5xx"),
        (Count: outliers.ConsecutiveGatewayErrors, What: "502, 503 or 504"),
    }.Where(one => one.Count > 0).Select(one => $"{one.What} {one.Count} times"));

    /// <remarks>As the mesh's priorities, and Istio's <c>ApplyLocalityLoadBalancer</c>.</remarks>
    private static string? PlaceOf(UpstreamPolicy policy, string? distribution) => policy.Locality switch
    {
        { IsEnabled: true, Distribute: [var rule, ..] } =>
            $"requests from {rule.From} go to "
            + string.Join(", ", rule.To.Select(to => $"{to.Key} {FactText.Percent(to.Value)}")),
        _ when distribution is { Length: > 0 } => $"{distribution}: near pods are asked as long as there are any",
        { IsEnabled: false } => null,
        _ when policy.OutlierDetection is not null =>
            "near pods are asked first, others as far as those get nothing",
        _ => null,
    };

    private static string NameOf(SplitDestination destination) =>
        destination.Subset ?? destination.Host.Split('.')[0];
}
