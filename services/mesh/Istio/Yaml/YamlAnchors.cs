using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ColorDemo.Mesh.Istio;

/// <summary>The values that a document names with <c>&amp;</c>, for its aliases <c>*</c>.</summary>
internal sealed class YamlAnchors
{
    /// <summary>All aliases of a document together: a small text could unfold to any size otherwise.</summary>
    private const int MostUnfoldedNodes = 100_000;

    private readonly Dictionary<AnchorName, Anchored> _anchored = [];
    private int _unfolded;

    public void Keep(AnchorName name, JsonNode? node)
    {
        if (!name.IsEmpty)
        {
            _anchored[name] = new(node, NodesOf(node), HeightOf(node));
        }
    }

    public JsonNode? Resolve(AnchorAlias alias, int depth)
    {
        if (!_anchored.TryGetValue(alias.Value, out var found))
        {
            throw new YamlException(alias.Start, alias.End, $"no value before this is named &{alias.Value}");
        }

        if (depth + found.Height > YamlTree.DeepestNesting)
        {
            throw new YamlException(alias.Start, alias.End, $"nested over {YamlTree.DeepestNesting} deep");
        }

        _unfolded += found.Nodes;
        return _unfolded <= MostUnfoldedNodes
            ? found.Node?.DeepClone()
            : throw new YamlException(
                alias.Start, alias.End, $"the aliases unfold to over {MostUnfoldedNodes} values");
    }

    private static int NodesOf(JsonNode? node) => 1 + ChildrenOf(node).Sum(NodesOf);

    private static int HeightOf(JsonNode? node) =>
        ChildrenOf(node).Select(HeightOf).DefaultIfEmpty(-1).Max() + 1;

    private static IEnumerable<JsonNode?> ChildrenOf(JsonNode? node) => node switch
    {
        JsonObject json => json.Select(field => field.Value),
        JsonArray array => array,
        _ => [],
    };

    private sealed record Anchored(JsonNode? Node, int Nodes, int Height);
}
