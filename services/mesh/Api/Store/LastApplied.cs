using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>
/// The annotation in which <c>kubectl apply</c> remembers what it applied. Files get it as well, so that applying the
/// same file by hand changes nothing, and applying another one takes away what only the file had.
/// </summary>
internal static class LastApplied
{
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    private static readonly JsonSerializerOptions AsKubectl =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ManifestDocument Note(ManifestDocument document)
    {
        var json = document.Json.DeepClone().AsObject();
        if (json["metadata"] is not JsonObject metadata)
        {
            return document;
        }

        if (ApiResources.OfKind(document.ApiVersion, document.Kind)?.IsNamespaced is true)
        {
            metadata["namespace"] = document.Namespace;
        }

        var annotations = metadata["annotations"] as JsonObject ?? [];
        metadata["annotations"] = annotations.Parent is null ? annotations : annotations.DeepClone();
        metadata["annotations"]!.AsObject().Remove(Annotation);
        var applied = json.DeepClone().AsObject();
        applied["metadata"]!.AsObject().Remove("creationTimestamp");
        metadata["annotations"]![Annotation] = Text(applied);
        return document with { Json = json };
    }

    /// <summary>Names in order, and what HTML might take for markup escaped, as Go writes JSON.</summary>
    private static string Text(JsonObject json) => Sorted(json)!.ToJsonString(AsKubectl)
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal) + "\n";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
