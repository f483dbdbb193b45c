using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>Schemas by the few words that this service needs. Each has an example.</summary>
internal static class Shape
{
    public static OpenApiSchema Text(string description, string example, string? pattern = null) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        Pattern = pattern,
        Examples = [example],
    };

    public static OpenApiSchema OneOf(string description, params string[] values) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        Enum = [.. values.Select(value => (JsonNode)value)],
        Examples = [values[0]],
    };

    public static OpenApiSchema Whole(string description, int lowest, int highest, int example) => new()
    {
        Type = JsonSchemaType.Integer,
        Description = description,
        Minimum = $"{lowest}",
        Maximum = $"{highest}",
        Examples = [example],
    };

    public static OpenApiSchema Number(string description, string lowest, string highest, double example) => new()
    {
        Type = JsonSchemaType.Number,
        Description = description,
        Minimum = lowest,
        Maximum = highest,
        Examples = [example],
    };

    public static OpenApiSchema Flag(string description, bool example) => new()
    {
        Type = JsonSchemaType.Boolean,
        Description = description,
        Examples = [example],
    };

    /// <param name="optional">The members that may be absent; the others are required.</param>
    public static OpenApiSchema Object(
        string description, JsonNode example, string[] optional, Dictionary<string, IOpenApiSchema> members) => new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            Properties = members,
            Required = members.Keys.Except(optional).ToHashSet(),
            Examples = [example],
        };
}
