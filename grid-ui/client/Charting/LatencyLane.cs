using System.Globalization;

namespace ColorDemo.Grid;

/// <summary>A line of the lane; <paramref name="Css"/> says how it is dashed.</summary>
public sealed record PercentileLine(string Css, string Path);

/// <summary>Latencies on a logarithmic scale, so that a slow one does not flatten the others.</summary>
public sealed class LatencyLane
{
    private static readonly (string Css, Func<ColumnCounts, double?> Of)[] Percentiles =
        [("p50", counts => counts.P50), ("p95", counts => counts.P95), ("p99", counts => counts.P99)];

    public LatencyLane(IReadOnlyList<Column> columns, PlotLayout layout)
    {
        var measured = columns.Where(column => column.Counts.P50 is not null).ToList();
        if (measured.Count == 0)
        {
            return;
        }

        (Low, High) = ScaleOf(
            measured.Min(column => column.Counts.P50!.Value), measured.Max(column => column.Counts.P99!.Value));
        Lines = [.. Percentiles.Select(one => new PercentileLine(one.Css, Line(one.Of)))];

        string Line(Func<ColumnCounts, double?> percentile)
        {
            var path = new PathText();
            var height = Math.Log(High / Low);
            for (var i = 0; i < columns.Count; i++)
            {
                if (percentile(columns[i].Counts) is not { } latency)
                {
                    continue;
                }

                var y = layout.Latency.Y(Math.Log(latency / Low) / height);
                var (from, to) = (layout.PlotWidth * columns[i].Left, layout.PlotWidth * columns[i].Right);
                if (i == 0 || columns[i].Left > columns[i - 1].Right || path.IsEmpty)
                {
                    path.Move(from, y);
                }

                path.Line((from + to) / 2, y);
                if (i == columns.Count - 1 || columns[i + 1].Left > columns[i].Right)
                {
                    path.Line(to, y);
                }
            }

            return path.ToString();
        }
    }

    /// <summary>Of the scale, in milliseconds; both 0 while nothing is measured.</summary>
    public double Low { get; }

    public double High { get; }

    public IReadOnlyList<PercentileLine> Lines { get; } = [];

    /// <summary>No more digits than a bin is wide.</summary>
    public static string Text(double milliseconds) => milliseconds switch
    {
        >= 1000 => Number(milliseconds / 1000, "0.#") + " s",
        >= 10 => Number(milliseconds, "0") + " ms",
        >= 1 => Number(milliseconds, "0.#") + " ms",
        _ => Number(milliseconds, "0.##") + " ms",
    };

    /// <summary>Of both ends of the scale, where there is room for one.</summary>
    public string ScaleText => High >= 1000
        ? $"{Text(Low)}–{Text(High)}"
        : $"{Number(Low, "0.##")}–{Text(High)}";

    private static string Number(double number, string format) =>
        number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>1, 2 or 5 times a power of ten, and far enough from each other.</summary>
    private static (double Low, double High) ScaleOf(double least, double most)
    {
        var low = Math.Pow(10, Math.Floor(Math.Log10(least)));
        low *= least / low >= 5 ? 5 : least / low >= 2 ? 2 : 1;
        var high = Math.Pow(10, Math.Floor(Math.Log10(most)));
        high *= most / high > 5 ? 10 : most / high > 2 ? 5 : most / high > 1 ? 2 : 1;
        return (low, Math.Max(high, low * 10));
    }
}
