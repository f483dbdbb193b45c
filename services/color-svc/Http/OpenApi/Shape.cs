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

    public static OpenApiSchema Whole(string description, int lowest, int highest, int example) =>
        Number(description, lowest, highest, example, JsonSchemaType.Integer);

    public static OpenApiSchema Number(
        string description,
        double lowest,
        double highest,
        double example,
        JsonSchemaType type = JsonSchemaType.Number) => new()
        {
            Type = type,
            Description = description,
            Minimum = $"{lowest}",
            Maximum = $"{highest}",
            Examples = [example],
        };

    /// <param name="members">By name; those that may be absent have a question mark after it.</param>
    public static OpenApiSchema Object(
        string description, JsonNode example, Dictionary<string, IOpenApiSchema> members) => new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            Properties = members.ToDictionary(member => member.Key.TrimEnd('?'), member => member.Value),
            Required = members.Keys.Where(name => !name.EndsWith('?')).ToHashSet(),
            Examples = [example],
        };
}
