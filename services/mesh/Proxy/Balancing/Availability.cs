using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Which endpoints of an upstream are used, and how much, as long as the health of none changes.</summary>
internal sealed class Availability
{
    private readonly Level[] _levels;

    /// <summary>Up to which of 100 a level is drawn.</summary>
    private readonly int[] _ends;

    public Availability(IReadOnlyList<BalancedEndpoint> endpoints, UpstreamPolicy policy, UpstreamMemory memory)
    {
        Version = memory.HealthVersion;
        var priorities = endpoints
            .GroupBy(endpoint => endpoint.Endpoint.Priority)
            .OrderBy(priority => priority.Key)
            .Select(priority => (All: priority.ToArray(), Healthy: priority.Where(IsHealthy).ToArray()))
            .ToList();
        var loads = PriorityLoad.Of(
            [.. priorities.Select(priority => (priority.Healthy.Length, priority.All.Length))],
            policy.OutlierDetection?.MinHealthPercent ?? 0);
        List<Level> levels = [];
        List<int> ends = [];
        foreach (var (place, load) in loads.Index().Where(load => load.Item.Percent > 0))
        {
            var used = load.IsPanicking ? priorities[place].All : priorities[place].Healthy;
            levels.Add(new(
                used, used.Length > 0 ? EndpointChoice.Of(used, policy, memory, place) : null));
            ends.Add(ends.LastOrDefault() + load.Percent);
        }

        _levels = [.. levels];
        _ends = [.. ends];

        bool IsHealthy(BalancedEndpoint endpoint) =>
            policy.OutlierDetection is null || !endpoint.Memory.IsEjected;
    }

    /// <summary>Of the health that it was made of.</summary>
    public int Version { get; }

    /// <returns>Null when none is healthy.</returns>
    public BalancedEndpoint? Next(ulong? hash, Random random) => _levels.Length switch
    {
        0 => null,
        1 => _levels[0].Choice?.Next(hash, random),
        _ => _levels[Draw(hash, random)].Choice?.Next(hash, random),
    };

    /// <returns>One of the same priority that was not tried, else <paramref name="chosen"/>.</returns>
    public BalancedEndpoint Besides(IReadOnlyList<UpstreamEndpoint> tried, BalancedEndpoint chosen) =>
        _levels.First(level => level.Endpoints.Contains(chosen)).Endpoints
            .FirstOrDefault(endpoint => !endpoint.IsAmong(tried)) ?? chosen;

    /// <summary>By the hash when there is one: a key stays with its priority too.</summary>
    private int Draw(ulong? hash, Random random)
    {
        var drawn = hash is { } one ? (int)(one % 100) : random.Next(100);
        var level = 0;
        while (drawn >= _ends[level])
        {
            level++;
        }

        return level;
    }

    private readonly record struct Level(BalancedEndpoint[] Endpoints, EndpointChoice? Choice);
}
