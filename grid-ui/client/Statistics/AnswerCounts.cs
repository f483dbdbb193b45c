using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>Counts answers by kind, from buckets of which newer ones replace older ones.</summary>
public sealed class AnswerCounts(AnswerKinds kinds)
{
    private readonly long[] _totals = new long[kinds.Names.Count];
    private readonly long[] _added = new long[kinds.Names.Count];
    private readonly SortedDictionary<BucketKey, Counted> _buckets = new(BucketKey.ByTime);
    private BucketKey _settled;

    public IReadOnlyList<long> Totals => _totals;

    /// <summary>Failures that nobody declared: they say nothing of the split.</summary>
    public long Failures { get; private set; }

    /// <summary>Answers that do not say enough about where they come from.</summary>
    public long Unnamed { get; private set; }

    /// <summary>The first destination seen that nobody declares.</summary>
    public Destination? Stranger { get; private set; }

    /// <summary>Returns what the bucket adds to what was counted of the same second, until the next call.</summary>
    public IReadOnlyList<long> Add(Bucket bucket)
    {
        if (BucketKey.ByTime.Compare(bucket.Key, _settled) <= 0)
        {
            Array.Clear(_added);
            return _added; // counted already: whoever connects again is told once more
        }

        if (!_buckets.TryGetValue(bucket.Key, out var counted))
        {
            _buckets[bucket.Key] = counted = new(new long[_totals.Length]);
            if (_buckets.Count > History.Settled.TotalSeconds)
            {
                _settled = _buckets.Keys.First();
                _buckets.Remove(_settled);
            }
        }

        Put(counted, -1);
        (counted.Failures, counted.Unnamed) = (0, 0);
        Array.Clear(counted.Kinds);
        foreach (var tally in bucket.Tallies)
        {
            Count(tally, counted);
        }

        return Put(counted, 1);
    }

    private void Count(Tally tally, Counted counted)
    {
        if (kinds.KindOf(tally) is { } kind)
        {
            counted.Kinds[kind] += tally.Count;
            Stranger ??= kind == kinds.Undeclared ? tally.Destination : null;
        }
        else if (tally.Outcome == Outcome.Color)
        {
            counted.Unnamed += tally.Count;
        }
        else
        {
            counted.Failures += tally.Count;
        }
    }

    private long[] Put(Counted counted, int sign)
    {
        Failures += sign * counted.Failures;
        Unnamed += sign * counted.Unnamed;
        for (var kind = 0; kind < _totals.Length; kind++)
        {
            _totals[kind] += sign * counted.Kinds[kind];
            _added[kind] = sign * counted.Kinds[kind] + (sign > 0 ? _added[kind] : 0);
        }

        return _added;
    }

    private sealed class Counted(long[] kinds)
    {
        public long[] Kinds { get; } = kinds;

        public long Failures { get; set; }

        public long Unnamed { get; set; }
    }
}
