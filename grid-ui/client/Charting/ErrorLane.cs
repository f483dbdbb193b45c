using System.Globalization;

namespace ColorDemo.Grid;

/// <summary>The share of failures, as bars on a scale that the worst of them fits in.</summary>
public sealed class ErrorLane
{
    private static readonly double[] Scales = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    public ErrorLane(IReadOnlyList<Column> columns, PlotLayout layout)
    {
        Worst = columns.Count == 0 ? 0 : columns.Max(column => column.Counts.FailedShare);
        Scale = Scales.First(scale => scale >= Worst - 1e-9);
        var bars = new PathText();
        foreach (var column in columns.Where(column => column.Counts.Failed > 0))
        {
            bars.Move(layout.PlotWidth * column.Left, layout.Errors.Bottom)
                .Along(layout.Errors.Y(column.Counts.FailedShare / Scale))
                .Across(layout.PlotWidth * column.Right)
                .Along(layout.Errors.Bottom);
        }

        Bars = bars.ToString();
    }

    /// <summary>From 0 to 1, as <see cref="Scale"/>.</summary>
    public double Worst { get; }

    /// <summary>What the height of the lane stands for.</summary>
    public double Scale { get; }

    public string Bars { get; }

    /// <summary>A lane without failures needs no scale.</summary>
    public string ScaleText =>
        Worst > 0 ? string.Create(CultureInfo.InvariantCulture, $"errors to {100 * Scale:0} %") : "no errors";
}
