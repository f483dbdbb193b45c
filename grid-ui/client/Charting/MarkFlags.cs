namespace ColorDemo.Grid;

/// <summary>A label that has found room.</summary>
/// <param name="Row">0 is the lowest.</param>
/// <param name="Text">Also counts those beside it that have found none.</param>
/// <param name="EndsThere">Whether the text ends at the line rather than begins there.</param>
public sealed record MarkFlag(double X, int Row, TimelineMark Mark, string Text, bool EndsThere);

/// <summary>
/// Finds room for labels, in another row or shorter where it is narrow; others are counted. What matters most comes
/// first, then what is newest.
/// </summary>
public sealed class MarkFlags(PlotLayout layout, TimeWindow window)
{
    /// <summary>Between a line and its label there is a sign; after the label there may be a count.</summary>
    public const double SignEms = 1.45;
    private const double CountEms = 1.6;

    private readonly List<(int Row, double From, double To)> _taken = [];

    /// <param name="marks">Oldest first.</param>
    public IReadOnlyList<MarkFlag> Of(IReadOnlyList<TimelineMark> marks)
    {
        var flags = new List<MarkFlag>();
        var without = new List<double>();
        foreach (var mark in marks.Reverse().OrderBy(mark => mark.Rank))
        {
            var x = layout.X(window, mark.At);
            if ((Place(mark, x, mark.Label) ?? Place(mark, x, mark.Brief)) is { } flag)
            {
                flags.Add(flag);
            }
            else
            {
                without.Add(x);
            }
        }

        if (flags.Count == 0)
        {
            return []; // no room for any
        }

        var counts = without.CountBy(x => flags.MinBy(flag => Math.Abs(flag.X - x))!).ToDictionary();
        return
        [
            .. flags.Select(flag => counts.TryGetValue(flag, out var more)
                ? flag with { Text = FormattableString.Invariant($"{flag.Text} +{more}") }
                : flag),
        ];
    }

    private MarkFlag? Place(TimelineMark mark, double x, string text)
    {
        var width = layout.WidthOf(text) + (SignEms + CountEms) * layout.Em;
        for (var row = 0; row < layout.LabelRows; row++)
        {
            foreach (var endsThere in new[] { false, true })
            {
                var (from, to) = endsThere ? (x - width, x) : (x, x + width);
                if (from >= -1 && to <= layout.Width && _taken.TrueForAll(
                    one => one.Row != row || one.To <= from || one.From >= to))
                {
                    _taken.Add((row, from, to));
                    return new(x, row, mark, text, endsThere);
                }
            }
        }

        return null;
    }
}
