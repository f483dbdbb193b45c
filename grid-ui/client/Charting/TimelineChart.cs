using System.Globalization;
using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid;

/// <summary>A caption of the time axis.</summary>
public sealed record TimeTick(double X, string Text);

/// <summary>The name of a band, beside where it ends.</summary>
public sealed record BandName(double Y, Band Band);

/// <summary>Everything that is drawn of one stretch of time; it stays as it is while the history goes on.</summary>
public sealed class TimelineChart
{
    private const double SmallestNamed = 0.02;

    public TimelineChart(
        History history, IReadOnlyDictionary<long, Reaction> reactions, Columns columns, Bands bands,
        TimeWindow window, PlotLayout layout)
    {
        (Window, Layout) = (window, layout);
        Columns = columns.Of(history, window);
        var shares = new ShareLane(Columns, window, layout, bands);
        (Bands, BandPaths, Declared) = (shares.Bands, shares.Paths(), shares.Declared(history.Epochs));
        (Errors, Latency) = (new(Columns, layout), new(Columns, layout));
        Marks = [.. TimelineMark.Of(history, reactions).Where(mark => window.Contains(mark.At))];
        Flags = new MarkFlags(layout, window).Of(Marks);
    }

    public TimeWindow Window { get; }

    public PlotLayout Layout { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Lowest first.</summary>
    public IReadOnlyList<Band> Bands { get; }

    public IReadOnlyList<BandPath> BandPaths { get; }

    /// <summary>Path data of the declared shares.</summary>
    public string Declared { get; }

    public ErrorLane Errors { get; }

    public LatencyLane Latency { get; }

    /// <summary>Oldest first; all of them.</summary>
    public IReadOnlyList<TimelineMark> Marks { get; }

    /// <summary>Those whose labels have room.</summary>
    public IReadOnlyList<MarkFlag> Flags { get; }

    /// <summary>Of the newest column, from top to bottom and never one over another.</summary>
    public IEnumerable<BandName> Names()
    {
        if (Columns.Count == 0)
        {
            yield break;
        }

        var (counts, lane, step) = (Columns[^1].Counts, Layout.Shares, 1.25 * Layout.Em);
        var shown = Bands.Where(band => counts.ShareOf(band) > SmallestNamed)
            .OrderByDescending(counts.ShareOf).Take((int)(lane.Height / step)).ToHashSet();
        var (ceiling, lowest) = (lane.Top + 0.6 * Layout.Em, lane.Bottom - (shown.Count - 0.4) * step);
        var above = Bands.Sum(counts.ShareOf);
        foreach (var band in Bands.Reverse())
        {
            above -= counts.ShareOf(band);
            if (shown.Contains(band))
            {
                lowest += step;
                var y = Math.Min(Math.Max(lane.Y(above + counts.ShareOf(band) / 2), ceiling), lowest - 0.2 * step);
                ceiling = y + step;
                yield return new(y + 0.35 * Layout.Em, band);
            }
        }
    }

    /// <param name="last">Below the right end.</param>
    public IEnumerable<TimeTick> Ticks(string last)
    {
        var every = Layout.PlotWidth < 24 * Layout.Em ? 2 * Window.Tick : Window.Tick;
        for (var ago = every; ago <= Window.Length; ago += every)
        {
            yield return new(Layout.X(Window, Window.End - ago), "−" + Text(ago));
        }

        yield return new(Layout.PlotWidth, last);
    }

    /// <summary>The column at a time, or absent where nothing was asked.</summary>
    public Column? ColumnAt(DateTimeOffset time)
    {
        for (var i = Columns.Count - 1; i >= 0 && Columns[i].To >= time; i--)
        {
            if (Columns[i].From <= time)
            {
                return Columns[i];
            }
        }

        return null;
    }

    /// <summary>As long as nobody points anywhere, what is newest is told.</summary>
    public Column? Newest => Columns.Count > 0 ? Columns[^1] : null;

    private static string Text(TimeSpan ago) => ago.TotalSeconds >= 60 && ago.TotalSeconds % 60 != 0
        ? string.Create(CultureInfo.InvariantCulture, $"{ago.TotalMinutes:0.#} min")
        : TimeWindow.Text(ago);
}
