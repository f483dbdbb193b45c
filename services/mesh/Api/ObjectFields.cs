using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Reads fields of objects whose shape nobody vouches for: what does not fit counts as absent.</summary>
internal static class ObjectFields
{
    /// <param name="path">Of names alone, for example <c>status.phase</c>.</param>
    public static JsonNode? At(this JsonNode? node, string path)
    {
        foreach (var name in path.Split('.'))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <returns>Texts as they are, numbers, true and false as in JSON; null when absent or empty.</returns>
    public static string? TextAt(this JsonNode? node, string path) => Text(node.At(path));

    public static long? NumberAt(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value
        && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsTrueAt(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <returns>The items that are not null; none when there is no such list.</returns>
    public static IEnumerable<JsonNode> ListAt(this JsonNode? node, string path) =>
        (node.At(path) as JsonArray ?? []).OfType<JsonNode>();

    /// <returns>The items that are texts or numbers.</returns>
    public static IEnumerable<string> TextsAt(this JsonNode? node, string path) =>
        node.ListAt(path).Select(Text).OfType<string>();

    public static DateTimeOffset? TimeAt(this JsonNode? node, string path) => DateTimeOffset.TryParse(
        node.TextAt(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? Text(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            value.GetValue<string>() is { Length: > 0 } text ? text : null,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };
}
