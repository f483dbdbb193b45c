using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Faces;

/// <summary>One sign of a wall, and what it means.</summary>
/// <param name="Face">Drawn without its texts.</param>
public sealed record LegendEntry(CellFace Face, string Text)
{
    /// <summary>More are counted, not shown.</summary>
    private const int MaxNames = 12;

    /// <summary>A square: what the sign means is not told by its shape.</summary>
    private static readonly Mark Plain = new(ClusterMarks.Unnamed, 0);

    /// <summary>What the color means; for latencies the whole scale, else what is on the wall.</summary>
    /// <param name="faces">As <see cref="ShownCells.Count"/> counts them.</param>
    public static IReadOnlyList<LegendEntry> OfHue(
        CellHue hue, IReadOnlyList<(FaceKey Key, CellFace Face, int Count)> faces)
    {
        if (hue == CellHue.Latency)
        {
            return [.. LatencyScale.Colors.Select((color, step) => Of(new(color), Plain, LatencyScale.StepText(step)))];
        }

        var colors = faces.Where(face => face.Key.Outcome == Outcome.Color).ToList();
        var entries = hue switch
        {
            CellHue.Version => colors.Select(face => Of(
                face.Face.Tint, Plain with { Rings = face.Face.Mark.Rings }, face.Face.Label)),
            CellHue.Cluster => colors.Select(face => Of(
                face.Face.Tint, face.Face.Mark with { Rings = 0 }, face.Face.Label)),
            CellHue.Pod => colors.Select(face => Of(
                face.Face.Tint, face.Face.Mark, PodText(face.Key.Destination))),
            CellHue.Status => colors.Select(face => Of(face.Face.Tint, Plain, face.Face.Label)),
            _ => [],
        };
        var distinct = entries.Distinct().OrderBy(entry => entry.Text, StringComparer.Ordinal).ToList();
        return distinct.Count <= MaxNames
            ? distinct
            : [.. distinct.Take(MaxNames - 1),
                Of(new(Palette.Unknown), Plain, $"and {distinct.Count - MaxNames + 1} more")];
    }

    /// <summary>The failures on the wall, each with its sign.</summary>
    public static IReadOnlyList<LegendEntry> OfFailures(
        IReadOnlyList<(FaceKey Key, CellFace Face, int Count)> faces) =>
        [.. faces.Select(face => face.Key.Outcome)
            .Where(outcome => outcome != Outcome.Color)
            .Distinct()
            .Order()
            .Select(outcome => Of(new(Palette.Unknown), Plain, outcome.ToString().ToLowerInvariant(), outcome))];

    private static string PodText(Destination destination) =>
        $"{CellWords.ShortPod(destination.Pod)}{(destination.Cluster is { } cluster ? $" {cluster}" : "")}";

    private static LegendEntry Of(Tint tint, Mark mark, string text, Outcome outcome = Outcome.Color) =>
        new(new(outcome, mark, tint, Slow: false, "", ""), text);
}
