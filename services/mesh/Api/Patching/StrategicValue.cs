using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>What a strategic merge patch puts where nothing is yet: itself, without directives and nulls.</summary>
/// <remarks>
/// Items of new lists are not merged with each other: a new port 53 for UDP stays beside a new port 53 for TCP.
/// </remarks>
internal static class StrategicValue
{
    public static JsonNode? Fresh(JsonNode? patch, string path) => patch switch
    {
        JsonObject json => Fresh(json, path),
        JsonArray list => new JsonArray(
            [.. list.Where(one => !IsDirective(one, path)).Select(one => Fresh(one, $"{path}[]"))]),
        _ => patch?.DeepClone(),
    };

    private static JsonObject Fresh(JsonObject patch, string path)
    {
        var fresh = new JsonObject();
        if (StrategicMergePatch.DirectiveOf(patch, path) == "delete")
        {
            return fresh;
        }

        foreach (var (name, value) in patch)
        {
            if (value is not null && StrategicMergePatch.FieldOf(name) == name)
            {
                fresh[name] = Fresh(value, $"{path}.{name}");
            }
        }

        return fresh;
    }

    /// <summary>Whether an item says what to do with the list, instead of being part of it.</summary>
    private static bool IsDirective(JsonNode? item, string path) =>
        item is JsonObject json && StrategicMergePatch.DirectiveOf(json, $"{path}[]") is "delete" or "replace";
}
