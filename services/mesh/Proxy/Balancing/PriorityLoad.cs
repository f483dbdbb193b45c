namespace ColorDemo.Mesh.Proxy;

/// <summary>How much of the requests a priority gets. Source: Envoy's <c>LoadBalancerBase</c>.</summary>
/// <param name="IsPanicking">So few are healthy that all are used.</param>
internal readonly record struct PriorityLoad(int Percent, bool IsPanicking)
{
    /// <summary>Envoy <c>overprovisioning_factor</c>, in percent: 72 healthy of 100 take all requests.</summary>
    private const int Overprovisioning = 140;

    /// <param name="panicBelow">Percent of healthy endpoints; 0 means no panic.</param>
    /// <returns>One for each priority, which sum to 100 unless there is none.</returns>
    public static PriorityLoad[] Of(IReadOnlyList<(int Healthy, int Total)> priorities, int panicBelow)
    {
        int[] health = [.. priorities.Select(one => Math.Min(100, Overprovisioning * one.Healthy / one.Total))];
        var total = Math.Min(100, health.Sum());
        bool[] panics = [.. priorities.Select(one => total < 100 && 100.0 * one.Healthy / one.Total < panicBelow)];
        var loads = panics.All(panic => panic)
            ? Share(priorities.Select(one => 100 * one.Total / priorities.Sum(any => any.Total)))
            : Share(health.Select(one => total == 0 ? 0 : one * 100 / total));
        return [.. loads.Zip(panics, (load, panic) => new PriorityLoad(load, panic))];
    }

    /// <summary>What rounding leaves goes to the first one that gets any, or to the first of all.</summary>
    private static int[] Share(IEnumerable<int> wanted)
    {
        var left = 100;
        List<int> loads = [];
        foreach (var one in wanted)
        {
            var load = Math.Min(left, one);
            loads.Add(load);
            left -= load;
        }

        if (loads.Count > 0)
        {
            loads[Math.Max(0, loads.FindIndex(load => load > 0))] += left;
        }

        return [.. loads];
    }
}
