namespace ColorDemo.Mesh.Routing;

/// <summary>Fixed shares for localities. Istio <c>localityLbSetting.distribute</c>.</summary>
internal static class Distribution
{
    /// <returns>The endpoints with their new weights; without those whose locality gets nothing.</returns>
    /// <remarks>
    /// Source: Istio's <c>applyLocalityWeights</c>: a place is counted for the first rule that names it.
    /// </remarks>
    public static IReadOnlyList<ServiceEndpoint> Apply(
        IReadOnlyList<ServiceEndpoint> endpoints, UpstreamPolicy policy, MeshClient client)
    {
        if (policy.Locality is not { IsEnabled: true, Distribute: { Count: > 0 } rules }
            || rules.FirstOrDefault(rule => client.Cluster.Locality.Matches(rule.From)) is not { } rule)
        {
            return endpoints;
        }

        List<ServiceEndpoint> shared = [];
        var places = endpoints.GroupBy(endpoint => endpoint.Locality).ToList();
        foreach (var (to, percent) in rule.To.OrderBy(to => to.Key.Count(character => character == '*')))
        {
            var reached = places.Where(place => place.Key.Matches(to)).ToList();
            places = [.. places.Except(reached)];
            var total = reached.Sum(place => place.Sum(endpoint => endpoint.Weight));
            shared.AddRange(reached
                .SelectMany(place => place)
                .Select(endpoint => endpoint with { Weight = Share(percent, endpoint.Weight, total) })
                .Where(endpoint => endpoint.Weight > 0));
        }

        return shared;
    }

    /// <summary>Fine enough that the shares of many endpoints still sum to their locality's.</summary>
    private static int Share(int percent, int weight, int total) => (int)(10_000L * percent * weight / total);
}
