using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Objects as the rows that kubectl prints.</summary>
internal sealed class ShownTable(ApiCall call)
{
    private readonly IncludeObject _include = call.Query.Text("includeObject") switch
    {
        "" or "Metadata" => IncludeObject.Metadata,
        "None" => IncludeObject.None,
        "Object" => IncludeObject.Object,
        _ => throw ApiException.BadRequest("includeObject must be None, Metadata or Object"),
    };

    public JsonObject Of(IEnumerable<StoredObject> objects, long version) =>
        Of([.. objects.Select(one => ShownObject.Json(one, call.Path.ApiVersion))], version);

    public JsonObject Of(IReadOnlyList<JsonObject> objects, long version)
    {
        var table = ObjectTable.Of(call.Resource, objects, DateTimeOffset.UtcNow, _include);
        table["metadata"] = new JsonObject { ["resourceVersion"] = $"{version}" };
        return table;
    }
}
