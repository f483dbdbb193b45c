using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Which items of a list are still those of before, in the same order.</summary>
public static class ItemAlignment
{
    /// <summary>Comparing more than that would take noticeable time; then place decides.</summary>
    private const long MostComparisons = 4_000_000;

    /// <returns>For each wanted item the place of the old one, or -1 when it is new.</returns>
    public static int[] Of(JsonArray old, JsonArray wanted)
    {
        var shorter = Math.Min(old.Count, wanted.Count);
        var from = Enumerable.Range(0, shorter)
            .TakeWhile(place => JsonNode.DeepEquals(old[place], wanted[place])).Count();
        var behind = Enumerable.Range(1, shorter - from)
            .TakeWhile(place => JsonNode.DeepEquals(old[^place], wanted[^place])).Count();
        int[] places =
        [
            .. Enumerable.Range(0, from),
            .. Enumerable.Repeat(-1, wanted.Count - from - behind),
            .. Enumerable.Range(old.Count - behind, behind),
        ];
        var olds = old.Skip(from).Take(old.Count - from - behind).Select(ListItem.Of).ToList();
        var wanteds = wanted.Skip(from).Take(wanted.Count - from - behind).Select(ListItem.Of).ToList();
        var comparisons = olds.Sum(item => (long)item.Size) * wanteds.Count + wanteds.Sum(item => (long)item.Size);
        var pairs = comparisons <= MostComparisons
            ? Best(olds, wanteds)
            : Enumerable.Range(0, Math.Min(olds.Count, wanteds.Count)).Select(place => (place, place));
        foreach (var (place, item) in pairs)
        {
            places[from + item] = from + place;
        }

        return places;
    }

    /// <summary>The pairs that are the most alike together, as in a longest common subsequence.</summary>
    private static IEnumerable<(int Old, int Wanted)> Best(List<ListItem> old, List<ListItem> wanted)
    {
        var likeness = new int[old.Count, wanted.Count];
        var best = new long[old.Count + 1, wanted.Count + 1];
        for (var row = old.Count - 1; row >= 0; row--)
        {
            for (var column = wanted.Count - 1; column >= 0; column--)
            {
                likeness[row, column] = old[row].Likeness(wanted[column]);
                best[row, column] = Math.Max(
                    Math.Max(best[row + 1, column], best[row, column + 1]),
                    best[row + 1, column + 1] + likeness[row, column]);
            }
        }

        for (var (row, column) = (0, 0); row < old.Count && column < wanted.Count;)
        {
            if (best[row, column] == best[row + 1, column + 1] + likeness[row, column])
            {
                yield return (row++, column++);
            }
            else if (best[row, column] == best[row + 1, column])
            {
                row++;
            }
            else
            {
                column++;
            }
        }
    }
}
