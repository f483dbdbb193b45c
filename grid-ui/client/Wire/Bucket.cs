namespace ColorDemo.Grid.Wire;

/// <summary>How many samples ended in the same way.</summary>
public sealed record Tally(Outcome Outcome, int Status, Destination Destination, int Count);

/// <summary>Everything asked within one second under one epoch, counted.</summary>
/// <param name="Second">When the requests were sent, in seconds since 1970.</param>
/// <param name="Epoch">
/// The <see cref="Wire.Epoch.Number"/> under which they were sent. A second in which the weights changed has two
/// buckets.
/// </param>
/// <param name="Tallies">The whole count so far, not an increment: a later bucket replaces an earlier one.</param>
/// <param name="Latencies">Of all that were answered, by <see cref="LatencyBin"/>; without empty ones.</param>
public sealed record Bucket(
    long Second, long Epoch, IReadOnlyList<Tally> Tallies, IReadOnlyList<LatencyCount>? Latencies = null)
{
    public BucketKey Key => new(Second, Epoch);
}

public readonly record struct BucketKey(long Second, long Epoch)
{
    public static IComparer<BucketKey> ByTime { get; } =
        Comparer<BucketKey>.Create((a, b) => (a.Second, a.Epoch).CompareTo((b.Second, b.Epoch)));
}
