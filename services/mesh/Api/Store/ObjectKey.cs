using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>What makes an object the same object, in whatever version somebody writes or asks for it.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Namespace">Empty for a kind without namespaces.</param>
public sealed record ObjectKey(string Group, string Kind, string Namespace, string Name)
{
    public static ObjectKey Of(JsonObject json)
    {
        var (apiVersion, kind) = (Text(json["apiVersion"]), Text(json["kind"]));
        var isNamespaced = ApiResources.OfKind(apiVersion, kind)?.IsNamespaced ?? true;
        var space = Text(json["metadata"]?["namespace"]) is { Length: > 0 } given ? given : "default";
        return new(
            apiVersion.Split('/') is [var group, _] ? group : "",
            kind,
            isNamespaced ? space : "",
            Text(json["metadata"]?["name"]));
    }

    /// <summary>By kind, then as lists are ordered: by namespace, then by name.</summary>
    public static IComparer<ObjectKey> ListOrder { get; } = Comparer<ObjectKey>.Create((one, other) =>
    {
        ReadOnlySpan<int> order =
        [
            string.CompareOrdinal(one.Group, other.Group),
            string.CompareOrdinal(one.Kind, other.Kind),
            string.CompareOrdinal(one.Namespace, other.Namespace),
            string.CompareOrdinal(one.Name, other.Name),
        ];
        return order.IndexOfAnyExcept(0) is >= 0 and var first ? order[first] : 0;
    });

    public override string ToString() => $"{Kind} {(Namespace.Length > 0 ? $"{Namespace}/" : "")}{Name}";

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
