using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What an answer holds, in each format that it comes in.</summary>
internal static class Body
{
    /// <remarks>The examples answer those of the parameter of the same name.</remarks>
    public static Dictionary<string, OpenApiMediaType> Color()
    {
        (string Name, ColorBody Color)[] colors =
            [("current", Examples.Green), ("former", Examples.Chartreuse), ("unknown", Examples.Unknown)];
        var text = colors.Select(item => (item.Name, (JsonNode)Examples.Text(item.Color)));
        var json = colors.Select(item => (item.Name, Examples.Json(item.Color)));
        return new()
        {
            ["text/plain"] = Media(Schemas.Of(Schemas.ColorText), text),
            ["application/json"] = Media(Schemas.Of(Schemas.Color), json),
        };
    }

    public static Dictionary<string, OpenApiMediaType> Error(
        int status, IReadOnlyList<(string Name, string Detail)> errors)
    {
        var text = errors.Select(error => (error.Name, (JsonNode)Examples.Text(error.Detail)));
        var json = errors.Select(error => (error.Name, Examples.Json(status, error.Detail)));
        return new()
        {
            ["text/plain"] = Media(Schemas.Of(Schemas.ErrorText), text),
            ["application/problem+json"] = Media(Schemas.Of(Schemas.Problem), json),
        };
    }

    public static Dictionary<string, OpenApiMediaType> Text(OpenApiSchema schema, string type = "text/plain") =>
        new() { [type] = Media(schema, ("text", schema.Examples![0])) };

    public static Dictionary<string, OpenApiMediaType> Json(
        IOpenApiSchema schema, params IEnumerable<(string Name, JsonNode Value)> examples) =>
        new() { ["application/json"] = Media(schema, examples) };

    private static OpenApiMediaType Media(
        IOpenApiSchema schema, params IEnumerable<(string Name, JsonNode Value)> examples) =>
        new() { Schema = schema, Examples = Examples.Named(examples) };
}
