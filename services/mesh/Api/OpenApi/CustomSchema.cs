using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The schema of a kind of Istio's or of Gateway API's, from what its reader asks for.</summary>
internal static class CustomSchema
{
    private const string Unread = "It is kept as it is written. The mesh here neither checks nor simulates it.";

    /// <summary>Since all versions of a kind have the same fields, its reader is asked once.</summary>
    private static readonly ConcurrentDictionary<ApiResource, AskedFields> Asked = new();

    /// <param name="resource">The kind.</param>
    /// <param name="version">One of its versions.</param>
    /// <param name="metadata">The reference to the schema of Kubernetes' metadata.</param>
    public static JsonObject Of(ApiResource resource, string version, JsonObject metadata)
    {
        var descriptions = FieldDescriptions.Of(resource);
        var asked = Asked.GetOrAdd(resource, kind => new ProbedKind(kind.ApiVersion, kind.Kind).Read());
        var isRead = asked.Forms.Keys.Any(path => path.StartsWith("spec.", StringComparison.Ordinal));
        var properties = new JsonObject
        {
            ["apiVersion"] = Text($"The group and version: {resource.ApiVersionOf(version)}."),
            ["kind"] = Text($"The kind: {resource.Kind}."),
            ["metadata"] = new JsonObject
            {
                ["description"] = "Name, namespace, labels and annotations.",
                ["allOf"] = new JsonArray(metadata),
            },
            ["spec"] = new AskedSchema(asked, descriptions).Of("spec"),
        };
        if (resource.HasStatus)
        {
            var status = AskedSchema.Unread("object");
            status["description"] = "Written by controllers, and read by people.";
            properties["status"] = status;
        }

        return new()
        {
            ["type"] = "object",
            ["description"] = isRead ? descriptions.Find(resource.Kind)?.Text : Unread,
            ["properties"] = properties,
        };
    }

    private static JsonObject Text(string description) =>
        new() { ["type"] = "string", ["description"] = description };
}
