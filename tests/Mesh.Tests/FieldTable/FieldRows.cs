using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.FieldTable;

/// <summary>Writes the fields of one kind as rows of a table: one for each mapping, with what is inside.</summary>
internal sealed class FieldRows
{
    private const int LongestLine = 120;

    private readonly Dictionary<FieldNode, string> _paths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, FieldNode> _first = [];

    public FieldRows(FieldNode spec)
    {
        Queue<(FieldNode Node, string Parent)> left = new([(spec, "")]);
        while (left.TryDequeue(out var next)) // breadth first: the shallowest of several that are alike is told in full
        {
            var (node, parent) = next;
            _paths[node] = $"{parent}{node.Name}";
            var inside = node == spec ? "" : $"{parent}{node.Name}.";
            _first.TryAdd($"{node.Name} {node.Shape}", node);
            _first.TryAdd($"{parent} {node.Shape}", node);
            foreach (var inner in node.Inner)
            {
                left.Enqueue((inner, inside));
            }
        }
    }

    public IEnumerable<string> Of(FieldNode node)
    {
        var rows = node.Inner
            .Select(inner => (Text: TextOf(inner), inner.Treatment))
            .Where(cell => cell.Text is not null)
            .ToLookup(cell => cell.Treatment, cell => cell.Text!);
        return Lines(_paths[node], [.. Enum.GetValues<FieldTreatment>().Select(one => new Queue<string>(rows[one]))])
            .Concat(node.Inner.Where(inner => TextOf(inner) is null).SelectMany(Of));
    }

    /// <summary>Null for what has rows of its own.</summary>
    private string? TextOf(FieldNode node) =>
        node.IsLeaf ? $"`{node.Name}`"
        : node.Inner is [{ IsLeaf: true } only] ? $"`{node.Name}.{only.Name}`"
        : LikeOf(node) is { } like ? $"`{node.Name}` (as `{like}`)"
        : null;

    private string? LikeOf(FieldNode node)
    {
        var path = _paths[node];
        var parent = path[..^node.Name.Length];
        var like = _first[$"{parent} {node.Shape}"] is var sibling && sibling != node ? sibling
            : _first[$"{node.Name} {node.Shape}"];
        return like == node ? null : like == sibling ? like.Name : _paths[like];
    }

    private static IEnumerable<string> Lines(string path, IReadOnlyList<Queue<string>> left)
    {
        var first = $"`{path}`";
        while (left.Any(queue => queue.Count > 0))
        {
            List<string>[] cells = [.. left.Select(_ => new List<string>())];
            while (left.Index().FirstOrDefault(one => one.Item.Count > 0 && Fits(one.Index, one.Item.Peek()))
                is { Item: { } queue, Index: var index })
            {
                cells[index].Add(queue.Dequeue());
            }

            yield return Line();
            first = "";

            bool Fits(int index, string text) =>
                cells.All(cell => cell.Count == 0) || Line().Length + text.Length + 1 <= LongestLine;

            string Line() => $"| {first} | {string.Join(" | ", cells.Select(cell => string.Join(' ', cell)))} |";
        }
    }
}
