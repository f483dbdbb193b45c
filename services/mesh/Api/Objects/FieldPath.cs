using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Fields by the paths that problems name, for example <c>spec.http[0].match</c>.</summary>
internal static class FieldPath
{
    /// <returns>Whether it was there.</returns>
    public static bool Remove(JsonNode? node, string path) => node switch
    {
        JsonObject json => json.Remove(path) || json.Any(field => // names may have dots themselves
            RestAfter(path, field.Key) is { } rest && Remove(field.Value, rest)),
        JsonArray list when path.StartsWith('[') && path.IndexOf(']', StringComparison.Ordinal) is var end and > 0
            && int.TryParse(path[1..end], out var index) && index < list.Count =>
            Remove(list[index], path[(end + 1)..].TrimStart('.')),
        _ => false,
    };

    private static string? RestAfter(string path, string name) =>
        path.StartsWith(name, StringComparison.Ordinal) && path.Length > name.Length && path[name.Length] is '.' or '['
            ? path[name.Length..].TrimStart('.')
            : null;
}
