using System.Text.Json.Nodes;
using ColorDemo.Launcher.Saving;

namespace ColorDemo.Launcher.Diff;

/// <summary>An object as YAML whose order depends on the names alone, so that equal objects have equal lines.</summary>
internal static class ObjectText
{
    /// <summary>Where a reader looks first; the others follow by name.</summary>
    private static readonly string[] First = ["apiVersion", "kind", "metadata", "name", "namespace"];

    private static readonly BlockText Block = new(ListStep: 0);

    public static IReadOnlyList<string> Lines(JsonObject? json) =>
        [.. InOrder(json ?? []).SelectMany(field => Block.Field(field.Key, Ordered(field.Value), 0).Split('\n'))];

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(
            InOrder(json).Select(field => KeyValuePair.Create(field.Key, Ordered(field.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> InOrder(JsonObject json) => json
        .OrderBy(field => field.Key == "status")
        .ThenBy(field => (uint)Array.IndexOf(First, field.Key)) // -1 comes last so
        .ThenBy(field => field.Key, StringComparer.Ordinal);
}
