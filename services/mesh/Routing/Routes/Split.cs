namespace ColorDemo.Mesh.Routing;

/// <summary>The destinations of a route and their shares.</summary>
/// <remarks>
/// Weights are relative, as in Istio: 9 and 1 is 90/10. They do not look at health: the share of a subset without
/// pods fails, it does not move elsewhere.
/// </remarks>
public sealed class Split
{
    private readonly long[] _ends;

    public Split(IReadOnlyList<SplitDestination> destinations)
    {
        Destinations = destinations;
        _ends = new long[destinations.Count];
        long sum = 0;
        for (var index = 0; index < destinations.Count; index++)
        {
            sum += destinations[index].Weight;
            _ends[index] = sum;
        }
    }

    public IReadOnlyList<SplitDestination> Destinations { get; }

    /// <summary>Of 0 to 100: the share that the manifest declares for a destination.</summary>
    public double PercentOf(SplitDestination destination) => 100.0 * destination.Weight / _ends[^1];

    /// <summary>Draws a destination, independently for every request.</summary>
    public SplitDestination Draw(Random random)
    {
        if (_ends.Length == 1)
        {
            return Destinations[0];
        }

        // Counted rather than searched: the processor cannot guess where a search would end.
        var drawn = random.NextInt64(_ends[^1]);
        var index = 0;
        foreach (var end in _ends)
        {
            index += drawn >= end ? 1 : 0;
        }

        return Destinations[index];
    }
}

/// <param name="Host">The full name of the service; empty for a backend that a Gateway API route got wrong.</param>
/// <param name="Weight">Relative to the other destinations' weights, above 0.</param>
/// <param name="Upstream">Absent when the service, its port or the subset is not known: 503 without body.</param>
/// <param name="Authority">The Host header for this destination; absent: the route's, or the client's.</param>
public sealed record SplitDestination(
    string Host,
    string? Subset,
    int Port,
    int Weight,
    Upstream? Upstream,
    HeaderChanges Request,
    HeaderChanges Response,
    string? Authority)
{
    /// <summary>What the subset's endpoints bear; empty without a subset, or if none defines it.</summary>
    public IReadOnlyDictionary<string, string> SubsetLabels => Upstream?.SubsetLabels ?? NoLabels;

    /// <summary>Whether a request or its answer is changed as for another destination.</summary>
    public bool HasChangesOf(SplitDestination other) =>
        Authority == other.Authority && Request.IsSameAs(other.Request) && Response.IsSameAs(other.Response);

    private static readonly Dictionary<string, string> NoLabels = [];
}
