using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>A stretch of time under one epoch, and what was asked within it.</summary>
/// <param name="Left">Of the window, from 0 to 1, as <paramref name="Right"/>.</param>
public readonly record struct Column(
    DateTimeOffset From, DateTimeOffset To, double Left, double Right, ColumnCounts Counts);

/// <summary>Merges buckets into columns, and counts again only those that changed.</summary>
/// <remarks>
/// A column with few answers counts some seconds before it too, but never across a change of the weights: a step stays
/// a step. What is read from a column is what is drawn of it.
/// </remarks>
public sealed class Columns(Bands bands)
{
    /// <summary>A share of so many is right to 10 %, 95 times of 100.</summary>
    private const int Enough = 100;
    private const int MostSeconds = 5;

    /// <summary>After a second with so many answers, one without any is no chance: nothing was asked.</summary>
    private const int NeverNone = 5;

    private readonly Dictionary<BucketKey, ColumnCounts> _counted = [];
    private readonly List<Bucket> _sources = [];
    private int _width;

    /// <summary>Oldest first; stretches without answers have none.</summary>
    public IReadOnlyList<Column> Of(History history, TimeWindow window)
    {
        StartOver(window);
        var columns = new List<Column>();
        if (history.Current is null)
        {
            return columns;
        }

        var settled = (history.Now - History.Settled).ToUnixTimeSeconds();
        for (var i = 0; i < history.Epochs.Count; i++)
        {
            var epoch = history.Epochs[i];
            var next = i + 1 < history.Epochs.Count ? history.Epochs[i + 1].Since : window.End;
            var (start, end) = (Later(epoch.Since, window.Start), Earlier(next, window.End));
            var to = start;
            for (var second = start.ToUnixTimeSeconds() / _width * _width; to < end; second += _width)
            {
                var from = to;
                to = Earlier(DateTimeOffset.FromUnixTimeSeconds(second + _width), end);
                if (CountsOf(history, second, epoch.Number, settled) is { Total: > 0 } counts)
                {
                    columns.Add(new(from, to, window.PartAt(from), window.PartAt(to), counts));
                }
            }
        }

        return columns;
    }

    private ColumnCounts CountsOf(History history, long second, long epoch, long settled)
    {
        var key = new BucketKey(second, epoch);
        var known = _counted.GetValueOrDefault(key);
        if (known is not null && second + _width < settled)
        {
            return known;
        }

        Gather(history, second, epoch);
        return known is not null && Same(known.Buckets)
            ? known
            : _counted[key] = new([.. _sources], bands);
    }

    /// <summary>Newest first.</summary>
    private void Gather(History history, long second, long epoch)
    {
        _sources.Clear();
        var answers = 0;
        for (var i = history.IndexOf(second + _width) - 1; i >= 0; i--)
        {
            var bucket = history.Buckets[i];
            if (bucket.Second < second && (answers >= Enough || bucket.Second < second + _width - MostSeconds))
            {
                return;
            }

            if (bucket.Epoch == epoch)
            {
                var more = bucket.Tallies.Sum(tally => tally.Count);
                if (answers == 0 && more >= NeverNone && bucket.Second < second)
                {
                    return;
                }

                _sources.Add(bucket);
                answers += more;
            }
        }
    }

    private bool Same(IReadOnlyList<Bucket> known)
    {
        var same = known.Count == _sources.Count;
        for (var i = 0; same && i < known.Count; i++)
        {
            same = ReferenceEquals(known[i], _sources[i]);
        }

        return same;
    }

    private void StartOver(TimeWindow window)
    {
        if (_width != window.ColumnSeconds || _counted.Count > 4 * TimeWindow.MaxColumns)
        {
            _width = window.ColumnSeconds;
            _counted.Clear();
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
