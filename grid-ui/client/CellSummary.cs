using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>The cells in one sentence, for those who do not see them.</summary>
public static class CellSummary
{
    public static string Of(IReadOnlyList<Sample?> cells)
    {
        var groups = cells.OfType<Sample>().GroupBy(Kind)
            .OrderByDescending(group => group.Count())
            .Select(group => $"{group.Count()} {group.Key}")
            .ToList();
        return groups.Count == 0
            ? "No answers yet."
            : $"The last {cells.OfType<Sample>().Count()} answers: {string.Join(", ", groups)}.";
    }

    private static string Kind(Sample sample) => sample.Outcome switch
    {
        Outcome.Color => $"from {sample.Destination}",
        Outcome.Error => $"error {sample.Status}",
        Outcome.Timeout => "timed out",
        Outcome.Refused => "refused",
        _ => "not a color",
    };
}
