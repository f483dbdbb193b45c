using System.Globalization;

namespace ColorDemo.Grid;

/// <summary>A band's part of a column, in words.</summary>
public sealed record BandReading(Band Band, string Share);

/// <summary>All values of the timeline at one time.</summary>
/// <param name="at">Absent for the newest.</param>
public sealed class TimelineReading(TimelineChart chart, DateTimeOffset? at)
{
    private readonly Column? _column = at is { } time ? chart.ColumnAt(time) : chart.Newest;

    public bool IsNewest => at is null;

    public string Time => at is { } time ? Clock(time) : "now";

    public ColumnCounts? Counts => _column?.Counts;

    /// <summary>Lowest first, as they are stacked.</summary>
    public IReadOnlyList<BandReading> Bands =>
    [
        .. chart.Bands.Where(band => _column is { } column && column.Counts.ShareOf(band) > 0)
            .Select(band => new BandReading(band, Percent(_column!.Value.Counts.ShareOf(band)))),
    ];

    /// <summary>As near as a line can be pointed at.</summary>
    public IReadOnlyList<string> Marks => at is not { } time
        ? []
        : [.. chart.Marks.Where(mark => (mark.At - time).Duration() <= chart.Window.Length / 120)
            .Select(mark => mark.Sentence)];

    /// <summary>How many answers the shares are of, and of how long.</summary>
    public string Basis => Counts is not { } counts ? "nothing was asked" : string.Create(
        CultureInfo.InvariantCulture,
        $"n {counts.Total:#,0} in {Seconds(counts)} s");

    public string Sentence => string.Join(", ",
    [
        Time, .. Marks, .. Bands.Select(one => $"{one.Band.Name} {one.Share}"),
        .. Latencies.Select(one => $"{one.Name} {one.Text}"), Basis,
    ]);

    public IEnumerable<(string Name, string Text)> Latencies => Counts is { P50: { } p50, P95: { } p95, P99: { } p99 }
        ? [("p50", LatencyLane.Text(p50)), ("p95", LatencyLane.Text(p95)), ("p99", LatencyLane.Text(p99))]
        : [];

    /// <summary>As the viewer's clock shows it.</summary>
    public static string Clock(DateTimeOffset at) =>
        at.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static int Seconds(ColumnCounts counts) =>
        (int)(counts.Buckets.Max(bucket => bucket.Second) - counts.Buckets.Min(bucket => bucket.Second)) + 1;

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
