using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>What a viewer sets on a panel.</summary>
/// <param name="Cells"><see cref="CellWall.MinCells"/> to <see cref="CellWall.MaxCells"/>.</param>
/// <param name="Rate">Requests per second, as <see cref="SamplingRate"/> allows.</param>
public sealed record PanelSettings(int Cells, double Rate, bool Running = true)
{
    public static PanelSettings Large { get; } = new(64, 20);
    public static PanelSettings Small { get; } = new(16, 5);

    /// <summary>What is no number changes nothing; what is out of range becomes the nearest that is in it.</summary>
    public PanelSettings WithCells(string typed) =>
        Parse(typed) is { } number
            ? this with { Cells = (int)Math.Clamp(number, CellWall.MinCells, CellWall.MaxCells) }
            : this;

    /// <inheritdoc cref="WithCells"/>
    public PanelSettings WithRate(string typed) =>
        Parse(typed) is { } number
            ? this with { Rate = Math.Round(Math.Clamp(number, SamplingRate.Min, SamplingRate.Max), 3) }
            : this;

    private static double? Parse(string typed) =>
        double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
