using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <param name="Position">Where it stood before the patch; negative for an item that is new.</param>
internal sealed record StrategicItem(string? Key, JsonNode? Node, int Position)
{
    /// <summary>
    /// Items with a wished place stand in that order, new ones as early as it allows; the others stay before what they
    /// were before.
    /// </summary>
    public static IEnumerable<StrategicItem> Order(IReadOnlyList<StrategicItem> items, IEnumerable<string> wished)
    {
        var places = wished.Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        var others = new Queue<StrategicItem>(items.Where(one => !places.ContainsKey(one.Key ?? "")));
        var placed = items.Where(one => places.ContainsKey(one.Key ?? "")).OrderBy(one => places[one.Key ?? ""]);
        foreach (var one in placed)
        {
            while (others.TryPeek(out var other) && other.Position < one.Position)
            {
                yield return others.Dequeue();
            }

            yield return one;
        }

        while (others.TryDequeue(out var last))
        {
            yield return last;
        }
    }
}
