using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

internal static class DocumentSchema
{
    public static OpenApiSchema Json()
    {
        var schema = Shape.Object(
            "An OpenAPI document (https://spec.openapis.org/oas/v3.1).",
            Example(),
            optional: [],
            new() { ["openapi"] = Shape.Text("The version of OpenAPI.", "3.1.1", @"^3\.1\.\d+$") });
        schema.AdditionalProperties = new OpenApiSchema
        {
            Type = JsonSchemaType.Object | JsonSchemaType.Array,
            Description = "Whatever else OpenAPI gives a document.",
            Examples = [new JsonObject()],
        };
        return schema;
    }

    public static JsonObject Example() => new() { ["openapi"] = "3.1.1", ["paths"] = new JsonObject() };
}
