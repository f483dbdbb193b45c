using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>A list that a strategic merge patch changes.</summary>
/// <param name="isMerged">False for a list that is replaced whole.</param>
/// <param name="mergeKey">The field that tells items apart; null for a list of texts or numbers.</param>
/// <param name="item">The official client's model of an item, if it has one.</param>
internal sealed class StrategicList(string path, bool isMerged, string? mergeKey, Type? item)
{
    /// <param name="target">Is emptied.</param>
    /// <param name="patch">Null when the patch has nothing but directives for the list.</param>
    /// <param name="deleted">Texts or numbers to take out.</param>
    /// <param name="order">The keys in the order that is wished.</param>
    public JsonArray Merge(JsonArray target, JsonArray? patch, JsonArray? deleted, JsonArray? order)
    {
        var plain = (patch ?? []).Where(one => DirectiveOf(one) is null or "merge").ToList();
        if (patch is not null && (!isMerged || patch.Any(one => DirectiveOf(one) == "replace")))
        {
            return (JsonArray)StrategicValue.Fresh(patch, path)!;
        }

        List<StrategicItem> items =
            [.. target.Select((node, position) => new StrategicItem(IdentityOf(node), node, position))];
        target.Clear();
        Delete(items, patch, deleted);
        MergeItems(items, plain);
        var wished = (order ?? new JsonArray()).Select(KeyOf).ToList();
        var given = plain.Select(KeyOf).ToList();
        if (order is not null && !wished.Where(given.ToHashSet().Contains).SequenceEqual(given.Distinct()))
        {
            throw StrategicMergePatch.BadRequest(path, "$setElementOrder must name what the patch sets, in its order");
        }

        return [.. StrategicItem.Order(items, order is null ? given : wished).Select(one => one.Node)];
    }

    private void Delete(List<StrategicItem> items, JsonArray? patch, JsonArray? deleted)
    {
        var keys = (patch ?? []).Where(one => DirectiveOf(one) == "delete").Select(KeyOf)
            .Concat((deleted ?? []).Select(Scalar).OfType<string>()).ToHashSet();
        items.RemoveAll(one => one.Key is not null && keys.Contains(one.Key));
    }

    private void MergeItems(List<StrategicItem> items, IEnumerable<JsonNode?> patch)
    {
        var places = new Dictionary<string, int>();
        for (var index = 0; index < items.Count; index++)
        {
            places.TryAdd(items[index].Key ?? "", index);
        }

        foreach (var node in patch)
        {
            var key = KeyOf(node);
            if (!places.TryGetValue(key, out var place))
            {
                places[key] = items.Count;
                items.Add(new(key, StrategicValue.Fresh(node, path), Position: -1));
            }
            else if (mergeKey is not null && items[place].Node is JsonObject found)
            {
                items[place] = items[place] with { Node = Merge(found, (JsonObject)node!) };
            }
        }
    }

    private JsonObject Merge(JsonObject found, JsonObject patch)
    {
        var fields = patch;
        if (fields.ContainsKey(StrategicMergePatch.Directive)) // which was obeyed already
        {
            fields = (JsonObject)patch.DeepClone();
            fields.Remove(StrategicMergePatch.Directive);
        }

        return StrategicMergePatch.Merge(found, fields, item, $"{path}[]");
    }

    private string? DirectiveOf(JsonNode? node) =>
        node is JsonObject json ? StrategicMergePatch.DirectiveOf(json, $"{path}[]") : null;

    /// <returns>What tells the item apart, or null when it lacks the field that does.</returns>
    private string? IdentityOf(JsonNode? node) =>
        mergeKey is null ? Scalar(node) : node is JsonObject json ? Scalar(json[mergeKey]) : null;

    private string KeyOf(JsonNode? node) => IdentityOf(node)
        ?? throw new PatchException(PatchRefusal.Invalid(mergeKey is null
            ? $"{GivenValue.Shorten(path)}: every item of the patch must be a text or a number"
            : $"{GivenValue.Shorten(path)}: every item of the patch must have {mergeKey}, which tells items apart"));

    /// <returns>Different for the text "80" and the number 80; null for what is neither.</returns>
    private static string? Scalar(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => $"\"{value.GetValue<string>()}",
        JsonValue value => value.ToJsonString(),
        _ => null,
    };
}
