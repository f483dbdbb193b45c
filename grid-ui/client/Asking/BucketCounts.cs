using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>Counts of one bucket. Not for several threads.</summary>
public sealed class BucketCounts
{
    /// <summary>At most this many outcomes are told apart: an endpoint may invent names.</summary>
    private const int MaxTallies = 64;

    private static readonly Destination Other = new("other", null);

    /// <summary>The longest timeout there is falls into the last one.</summary>
    private static readonly int Bins = LatencyBin.Of(2 * Sampling.MaxTimeout) + 1;

    private readonly Dictionary<(Outcome Outcome, int Status, Destination Destination), int> _counts = [];
    private readonly Dictionary<int, int> _latencies = [];
    private Bucket? _bucket;

    /// <summary>The sample that changed these counts last.</summary>
    public long LastNumber { get; private set; }

    public void Add(Sample sample)
    {
        var key = (sample.Outcome, sample.Status, sample.Destination);
        if (_counts.Count >= MaxTallies && !_counts.ContainsKey(key))
        {
            key = (sample.Outcome, 0, Other);
        }

        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        if (sample.Outcome is not (Outcome.Timeout or Outcome.Refused))
        {
            var bin = Math.Min(LatencyBin.Of(sample.Latency), Bins - 1);
            _latencies[bin] = _latencies.GetValueOrDefault(bin) + 1;
        }

        (LastNumber, _bucket) = (sample.Number, null);
    }

    public Bucket AsBucket(BucketKey key) => _bucket ??= new(
        key.Second,
        key.Epoch,
        [.. _counts.Select(one => new Tally(one.Key.Outcome, one.Key.Status, one.Key.Destination, one.Value))],
        [.. _latencies.Select(one => new LatencyCount(one.Key, one.Value)).OrderBy(one => one.Bin)]);
}
