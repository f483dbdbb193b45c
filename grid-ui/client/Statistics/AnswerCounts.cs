using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>Counts answers by kind, from buckets of which newer ones replace older ones.</summary>
public sealed class AnswerCounts(AnswerKinds kinds)
{
    private readonly long[] _totals = new long[kinds.Names.Count];
    private readonly SortedDictionary<BucketKey, (long[] Counts, long LeftOut)> _buckets = new(BucketKey.ByTime);

    public IReadOnlyList<long> Totals => _totals;

    /// <summary>Samples that say nothing about the split, see <see cref="AnswerKinds.KindOf"/>.</summary>
    public long LeftOut { get; private set; }

    /// <summary>The first destination seen that nobody declares.</summary>
    public Destination? Stranger { get; private set; }

    /// <summary>Returns what the bucket adds to what was counted of the same second.</summary>
    public long[] Add(Bucket bucket)
    {
        var (counts, leftOut) = (new long[_totals.Length], 0L);
        foreach (var tally in bucket.Tallies)
        {
            if (kinds.KindOf(tally) is { } kind)
            {
                counts[kind] += tally.Count;
                Stranger ??= kind == kinds.Undeclared ? tally.Destination : null;
            }
            else
            {
                leftOut += tally.Count;
            }
        }

        var added = counts.ToArray();
        LeftOut += leftOut;
        if (_buckets.TryGetValue(bucket.Key, out var before))
        {
            LeftOut -= before.LeftOut;
            for (var kind = 0; kind < added.Length; kind++)
            {
                added[kind] -= before.Counts[kind];
            }
        }

        for (var kind = 0; kind < added.Length; kind++)
        {
            _totals[kind] += added[kind];
        }

        _buckets[bucket.Key] = (counts, leftOut);
        while (_buckets.Count > History.Length.TotalSeconds)
        {
            _buckets.Remove(_buckets.Keys.First()); // no longer told about
        }

        return added;
    }
}
