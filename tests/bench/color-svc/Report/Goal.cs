using System.Text.Json.Serialization;

namespace ColorDemo.ColorService.Bench.Report;

/// <param name="Bound">The least, or when <paramref name="IsAtMost"/>, the most that meets the goal.</param>
/// <param name="Unit">For a reader, with the space before it.</param>
/// <param name="Measured">Null when it was not measured.</param>
/// <param name="Spread">Null when it is no ratio.</param>
internal sealed record Goal(
    string Claim, bool IsAtMost, double Bound, string Unit, double? Measured, Ratio? Spread = null)
{
    /// <summary>Null when it was not measured.</summary>
    [JsonPropertyOrder(1)]
    public bool? IsMet => Measured is { } value ? (IsAtMost ? value <= Bound : value >= Bound) : null;

    public static Goal AtLeast(string claim, double bound, Ratio? ratio) =>
        new(claim, IsAtMost: false, bound, "x", ratio?.OfMedians, ratio);

    public static Goal AtMost(string claim, double bound, Ratio? ratio) =>
        new(claim, IsAtMost: true, bound, "x", ratio?.OfMedians, ratio);

    public static Goal AtMost(string claim, double bound, string unit, double? measured) =>
        new(claim, IsAtMost: true, bound, unit, measured);
}
