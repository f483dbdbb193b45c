using System.Globalization;
using System.Text;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>One band of the strip: its css classes and its outline.</summary>
public sealed record StripBand(string Css, string Path);

/// <summary>Where the weights changed, and how.</summary>
public sealed record StripChange(double X, string Text);

/// <summary>The last two minutes as stacked shares, oldest left.</summary>
/// <param name="width">Of the box that all coordinates lie in, as <paramref name="height"/>.</param>
public sealed class StripChart(History history, ClusterMarks marks, double width, double height)
{
    /// <summary>Each second shows the mean of this many, never across a change: a step stays a step.</summary>
    private const int SmoothedSeconds = 5;

    private readonly List<Epoch> _epochs = [.. history.Epochs];

    public IEnumerable<StripBand> Bands()
    {
        var columns = Columns().ToList();
        var bands = columns.SelectMany(column => column.Shares.Keys).Distinct().OrderBy(band => band.Height).ToList();
        var floor = new double[columns.Count];
        foreach (var band in bands)
        {
            var path = new StringBuilder();
            for (var i = 0; i < columns.Count; i++)
            {
                var share = columns[i].Shares.GetValueOrDefault(band);
                if (share > 0)
                {
                    Rectangle(path, columns[i], floor[i], floor[i] + share);
                    floor[i] += share;
                }
            }

            yield return new(band.Css, path.ToString());
        }
    }

    /// <summary>Between the declared shares, as dashes.</summary>
    public string DeclaredLines()
    {
        var path = new StringBuilder();
        foreach (var (epoch, end) in Spans())
        {
            var height = 0.0;
            foreach (var share in (epoch.Split?.Shares ?? []).OrderBy(HeightOf))
            {
                height += share.Percent / 100 * (1 - epoch.Split!.AbortPercent / 100);
                if (height is > 0.0001 and < 0.9999)
                {
                    path.Append(Invariant($"M{X(epoch.Since):0.#} {Y(height):0.#}H{X(end):0.#}"));
                }
            }
        }

        return path.ToString();
    }

    public IEnumerable<StripChange> Changes() =>
        from pair in _epochs.Zip(_epochs.Skip(1))
        where pair.First.Split is not null && pair.Second.Since > history.Now - History.Length
        select new StripChange(X(pair.Second.Since), Percents(pair.Second));

    private static string Percents(Epoch epoch) => epoch.Split is { } split
        ? string.Join(" / ", split.Shares.Select(share => Invariant($"{share.Percent:0.#}")))
        : "unknown";

    private IEnumerable<(Epoch Epoch, DateTimeOffset End)> Spans() =>
        _epochs.Select((epoch, i) => (epoch, i + 1 < _epochs.Count ? _epochs[i + 1].Since : history.Now));

    private IEnumerable<Column> Columns()
    {
        foreach (var (epoch, end) in Spans())
        {
            var buckets = history.Buckets.Where(bucket => bucket.Epoch == epoch.Number).ToList();
            foreach (var second in buckets.Select(bucket => bucket.Second))
            {
                var from = DateTimeOffset.FromUnixTimeSeconds(second);
                var last = Math.Max(second, buckets[0].Second + SmoothedSeconds - 1);
                var near = buckets.Where(b => b.Second <= last && b.Second > last - SmoothedSeconds);
                yield return new(
                    X(from < epoch.Since ? epoch.Since : from),
                    X(from.AddSeconds(1) > end ? end : from.AddSeconds(1)),
                    Shares(near.SelectMany(bucket => bucket.Tallies).ToList()));
            }
        }
    }

    private Dictionary<Band, double> Shares(List<Tally> tallies)
    {
        var total = (double)tallies.Sum(tally => tally.Count);
        return tallies
            .GroupBy(tally => BandOf(tally))
            .ToDictionary(group => group.Key, group => group.Sum(tally => tally.Count) / total);
    }

    private int HeightOf(DeclaredShare share) => BandOf(new Destination(share.Cluster, share.Version)).Height;

    private Band BandOf(Tally tally) =>
        tally.Outcome == Outcome.Color ? BandOf(tally.Destination) : new(100 + (int)tally.Outcome, Css(tally.Outcome));

    private Band BandOf(Destination destination)
    {
        var mark = marks.Of(destination);
        return new(mark.Index * 10 + mark.Rings, mark.Css);
    }

    private static string Css(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private void Rectangle(StringBuilder path, Column column, double low, double high) =>
        path.Append(Invariant(
            $"M{column.Left:0.##} {Y(low):0.##}V{Y(high):0.##}H{column.Right:0.##}V{Y(low):0.##}Z"));

    private double X(DateTimeOffset at) => Math.Clamp(width * (1 - (history.Now - at) / History.Length), 0, width);

    private double Y(double share) => height * (1 - share);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Height">Its place in the stack: clusters below, failures on top.</param>
    private readonly record struct Band(int Height, string Css);

    private sealed record Column(double Left, double Right, Dictionary<Band, double> Shares);
}
