using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>What some buckets of one epoch hold together.</summary>
public sealed class ColumnCounts
{
    private readonly Dictionary<Band, int> _answers = [];

    public ColumnCounts(IReadOnlyList<Bucket> buckets, Bands bands)
    {
        Buckets = buckets;
        foreach (var tally in buckets.SelectMany(bucket => bucket.Tallies))
        {
            var band = bands.Of(tally);
            _answers[band] = _answers.GetValueOrDefault(band) + tally.Count;
            Total += tally.Count;
            Failed += tally.Outcome == Outcome.Color ? 0 : tally.Count;
        }

        (P50, P95, P99) = Percentiles(buckets);
    }

    public IReadOnlyList<Bucket> Buckets { get; }

    public IReadOnlyDictionary<Band, int> Answers => _answers;

    public int Total { get; }

    public int Failed { get; }

    /// <summary>Milliseconds; absent when nothing was answered.</summary>
    public double? P50 { get; }

    public double? P95 { get; }

    public double? P99 { get; }

    /// <summary>From 0 to 1.</summary>
    public double ShareOf(Band band) => Total == 0 ? 0 : (double)_answers.GetValueOrDefault(band) / Total;

    /// <summary>From 0 to 1.</summary>
    public double FailedShare => Total == 0 ? 0 : (double)Failed / Total;

    private static (double? P50, double? P95, double? P99) Percentiles(IReadOnlyList<Bucket> buckets)
    {
        var bins = new SortedDictionary<int, int>();
        foreach (var one in buckets.SelectMany(bucket => bucket.Latencies ?? []))
        {
            bins[one.Bin] = bins.GetValueOrDefault(one.Bin) + one.Count;
        }

        var counts = bins.Select(bin => new LatencyCount(bin.Key, bin.Value)).ToList();
        return (
            LatencyBin.Percentile(counts, 0.5), LatencyBin.Percentile(counts, 0.95),
            LatencyBin.Percentile(counts, 0.99));
    }
}
