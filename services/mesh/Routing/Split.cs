namespace ColorDemo.Mesh.Routing;

/// <summary>The destinations of a route and their shares.</summary>
/// <remarks>
/// Weights are relative, as in Istio: 9 and 1 is 90/10. They do not look at health: the share of a subset without
/// pods fails, it does not move elsewhere.
/// </remarks>
public sealed class Split
{
    private readonly long _sum;

    public Split(IReadOnlyList<SplitDestination> destinations)
    {
        Destinations = destinations;
        _sum = destinations.Sum(destination => (long)destination.Weight);
    }

    public IReadOnlyList<SplitDestination> Destinations { get; }

    /// <summary>Of 0 to 100: the share that the manifest declares for a destination.</summary>
    public double PercentOf(SplitDestination destination) => 100.0 * destination.Weight / _sum;

    /// <summary>Draws a destination, independently for every request.</summary>
    public SplitDestination Draw(Random random)
    {
        if (Destinations.Count == 1)
        {
            return Destinations[0];
        }

        var drawn = random.NextInt64(_sum);
        var index = 0;
        for (; drawn >= Destinations[index].Weight; index++)
        {
            drawn -= Destinations[index].Weight;
        }

        return Destinations[index];
    }
}

/// <param name="Host">The full name of the service.</param>
/// <param name="SubsetLabels">What the subset's endpoints bear; empty without a subset, or if none defines it.</param>
/// <param name="Weight">Relative to the other destinations' weights, above 0.</param>
/// <param name="Upstream">Absent when the service, its port or the subset is not known: 503 without body.</param>
public sealed record SplitDestination(
    string Host, string? Subset, IReadOnlyDictionary<string, string> SubsetLabels, int Weight, Upstream? Upstream);
