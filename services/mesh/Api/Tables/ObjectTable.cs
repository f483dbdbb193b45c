using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Objects as rows of texts, which <c>kubectl get</c> asks for and prints as they come.</summary>
internal static class ObjectTable
{
    private const string MetaVersion = "meta.k8s.io/v1";

    /// <returns>A Table whose metadata, such as its resourceVersion, is for the caller to fill.</returns>
    public static JsonObject Of(
        ApiResource resource, IReadOnlyList<JsonObject> objects, DateTimeOffset now,
        IncludeObject include = IncludeObject.Metadata)
    {
        var columns = TableColumns.Of(resource);
        return new()
        {
            ["kind"] = "Table",
            ["apiVersion"] = MetaVersion,
            ["metadata"] = new JsonObject(),
            ["columnDefinitions"] = new JsonArray([.. columns.Select(column => column.Definition())]),
            ["rows"] = new JsonArray([.. objects.Select(Row)]),
        };

        JsonObject Row(JsonObject json)
        {
            var row = new JsonObject
            {
                ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(json, now))]),
            };
            if (include != IncludeObject.None)
            {
                row["object"] = include == IncludeObject.Object ? json.DeepClone() : MetadataOf(json);
            }

            return row;
        }
    }

    private static JsonObject MetadataOf(JsonObject json) => new()
    {
        ["kind"] = "PartialObjectMetadata",
        ["apiVersion"] = MetaVersion,
        ["metadata"] = json["metadata"]?.DeepClone(),
    };
}
