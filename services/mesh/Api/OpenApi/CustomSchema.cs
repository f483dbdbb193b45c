using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The schema of a kind of Istio's or of Gateway API's, from what its reader asks for.</summary>
internal static class CustomSchema
{
    /// <param name="resource">The kind.</param>
    /// <param name="version">One of its versions.</param>
    /// <param name="metadata">The reference to the schema of Kubernetes' metadata.</param>
    public static JsonObject Of(ApiResource resource, string version, JsonObject metadata)
    {
        var descriptions = FieldDescriptions.Of(resource);
        var fields = new AskedSchema(
            new ProbedKind(resource.ApiVersionOf(version), resource.Kind).Read(), descriptions);
        var properties = new JsonObject
        {
            ["apiVersion"] = Text($"The group and version: {resource.ApiVersionOf(version)}."),
            ["kind"] = Text($"The kind: {resource.Kind}."),
            ["metadata"] = new JsonObject
            {
                ["description"] = "Name, namespace, labels and annotations.",
                ["allOf"] = new JsonArray(metadata),
            },
            ["spec"] = fields.Of("spec"),
        };
        if (resource.HasStatus)
        {
            properties["status"] = AskedSchema.Unread("object");
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (descriptions.Find(resource.Kind) is { } whole)
        {
            schema["description"] = whole.Text;
        }

        return schema;
    }

    private static JsonObject Text(string description) =>
        new() { ["type"] = "string", ["description"] = description };
}
