using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>One object of a manifest as plain JSON, which is what the Kubernetes API serves.</summary>
/// <param name="Start">Where the object's first field stands.</param>
/// <param name="Positions">Where each field of the file's document stands, by <see cref="Prefix"/> and path.</param>
public sealed record ManifestDocument(
    string File, Position Start, JsonObject Json, IReadOnlyDictionary<string, Position> Positions)
{
    /// <summary>Where the object is inside its document: empty, or for example <c>items[3].</c> of a List.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What a kustomization puts in the place of the file's own namespace; null for nothing.</summary>
    public string? GivenNamespace { get; init; }

    public int Line => Start.Line;

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
    public int LineOf(string path) => PositionOf(path).Line;

    /// <summary>Where a field stands, or the nearest field around it when it is absent.</summary>
    public Position PositionOf(string path)
    {
        for (var rest = path; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOfAny(['.', '[']))])
        {
            if (Positions.TryGetValue(Prefix + rest, out var position))
            {
                return position;
            }
        }

        return Start;
    }

    /// <summary>Something to tell about a field of this object.</summary>
    /// <param name="field">Path inside the object, for example <c>spec.http[0].match</c>.</param>
    /// <param name="code">A word of <see cref="ProblemCode"/>, or the code of an Istio analysis message.</param>
    public ManifestProblem Problem(
        string field, string message, string code = ProblemCode.InvalidValue, bool isError = true)
    {
        var position = PositionOf(field);
        return new(File, position.Line, field, message, isError)
        {
            Column = position.Column,
            Kind = Kind,
            Namespace = Name.Length > 0 ? Namespace : "",
            Name = Name,
            Code = code,
        };
    }

    public bool Has(ManifestProblem problem) =>
        problem.File == File && problem.Kind == Kind && problem.Name == Name && problem.Namespace == Namespace;

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
