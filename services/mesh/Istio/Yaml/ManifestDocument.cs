using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>One object of a manifest as plain JSON, which is what the Kubernetes API serves.</summary>
/// <param name="Line">One-based line of the object's first field.</param>
/// <param name="Lines">One-based line by field path, for example <c>spec.http[0].match</c>.</param>
public sealed record ManifestDocument(string File, int Line, JsonObject Json, IReadOnlyDictionary<string, int> Lines)
{
    public string ApiVersion => Text(Json["apiVersion"]);

    public string Kind => Text(Json["kind"]);

    public string Name => Text(Metadata?["name"]);

    public string Namespace => Text(Metadata?["namespace"]) is { Length: > 0 } name ? name : "default";

    /// <summary>False when a namespace is given that is no text, such as a number without quotes.</summary>
    public bool HasGoodNamespace => Metadata?["namespace"] is not { } given || Text(given).Length > 0;

    private JsonObject? Metadata => Json["metadata"] as JsonObject;

    /// <summary>What makes an object the same object in another file: group, kind, namespace, name.</summary>
    public string Identity => $"{ApiVersion.Split('/')[0]} {Kind} {Namespace}/{Name}";

    /// <summary>The line of a field, or of the nearest field around it when it is absent.</summary>
    public int LineOf(string path)
    {
        for (var rest = path; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOfAny(['.', '[']))])
        {
            if (Lines.TryGetValue(rest, out var line))
            {
                return line;
            }
        }

        return Line;
    }

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
