using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>Counts how requests ended, from buckets of which newer ones replace older ones.</summary>
public sealed class TallyTotals
{
    /// <summary>An endpoint may invent names: what comes beyond so many is counted together.</summary>
    private const int MostKinds = 500;

    private static readonly Destination Other = new("other", null);

    private readonly Dictionary<(Outcome, int, Destination), int> _totals = [];
    private readonly SortedDictionary<BucketKey, IReadOnlyList<Tally>> _buckets = new(BucketKey.ByTime);
    private Dictionary<(Outcome, int, Destination), int> _passedOver = [];
    private BucketKey _settled;

    public IReadOnlyList<Tally> Tallies =>
    [
        .. from total in _totals
           let count = total.Value - _passedOver.GetValueOrDefault(total.Key)
           where count > 0
           select new Tally(total.Key.Item1, total.Key.Item2, total.Key.Item3, count),
    ];

    public void Add(Bucket bucket)
    {
        if (BucketKey.ByTime.Compare(bucket.Key, _settled) <= 0)
        {
            return; // counted already: whoever connects again is told once more
        }

        foreach (var tally in _buckets.GetValueOrDefault(bucket.Key, []))
        {
            Add(tally, -tally.Count);
        }

        _buckets[bucket.Key] = bucket.Tallies;
        foreach (var tally in bucket.Tallies)
        {
            Add(tally, tally.Count);
        }

        if (_buckets.Count > History.Settled.TotalSeconds)
        {
            _settled = _buckets.Keys.First();
            _buckets.Remove(_settled);
        }
    }

    /// <summary>What was counted until now does not count any more.</summary>
    public void StartOver() => _passedOver = new(_totals);

    private void Add(Tally tally, int count)
    {
        var key = (tally.Outcome, tally.Status, tally.Destination);
        if (_totals.Count >= MostKinds && !_totals.ContainsKey(key))
        {
            key = (tally.Outcome, 0, Other);
        }

        _totals[key] = _totals.GetValueOrDefault(key) + count;
    }
}
