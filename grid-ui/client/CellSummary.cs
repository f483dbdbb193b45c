using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>The cells in one sentence, for those who do not see them.</summary>
public static class CellSummary
{
    /// <param name="faces">As <see cref="ShownCells.Count"/> counts them.</param>
    public static string Of(IReadOnlyList<(FaceKey Key, CellFace Face, int Count)> faces)
    {
        var groups = faces.GroupBy(face => Kind(face.Key), face => face.Count)
            .OrderByDescending(group => group.Sum())
            .Select(group => $"{group.Sum()} {group.Key}")
            .ToList();
        return groups.Count == 0
            ? "No answers yet."
            : $"The last {faces.Sum(face => face.Count)} answers: {string.Join(", ", groups)}.";
    }

    private static string Kind(FaceKey key) => key.Outcome switch
    {
        Outcome.Color => $"from {key.Destination}",
        Outcome.Error => $"error {key.Status}",
        Outcome.Timeout => "timed out",
        Outcome.Refused => "refused",
        _ => "not a color",
    };
}
