using ColorDemo.ColorService.Bench.Measuring;

namespace ColorDemo.Grid.Bench;

/// <param name="What">With its unit.</param>
/// <param name="Figures">One a round.</param>
/// <param name="Digits">Behind the point.</param>
/// <param name="Least">Absent: there may be any less.</param>
/// <param name="Most">Absent: there may be any more.</param>
internal sealed record Row(
    string What, IReadOnlyList<double> Figures, int Digits = 0, double? Least = null, double? Most = null)
{
    public double Value => Median.Of(Figures);

    /// <summary>Absent without a goal. What is met is judged from the digits that are shown.</summary>
    public bool? IsMet => Least is null && Most is null
        ? null
        : Math.Round(Value, Digits) is var shown && !(shown < Least) && !(shown > Most) && !double.IsNaN(shown);

    public static Row Of(string what, double figure, int digits = 0, double? least = null, double? most = null) =>
        new(what, [figure], digits, least, most);
}
