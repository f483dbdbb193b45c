using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Tests;

/// <summary>
/// Validates values by the keywords that the document uses, and is stricter than JSON Schema in one point: where a
/// schema declares members, any other member is a problem.
/// </summary>
internal static class OpenApiSchemas
{
    public static IEnumerable<string> Problems(IOpenApiSchema schema, JsonNode? value, string at = "$")
    {
        if (schema is { AllOf.Count: > 0 } or { AnyOf.Count: > 0 } or { OneOf.Count: > 0 } or { Not: not null })
        {
            throw new NotSupportedException($"{at}: a keyword that this validator does not know.");
        }

        if (schema.Type is { } type && (type & TypeOf(value)) == 0)
        {
            return [$"{at}: {value?.ToJsonString()} is no {schema.Type}"];
        }

        return value switch
        {
            JsonObject members when schema is { Properties.Count: > 0 } or { AdditionalProperties: not null } =>
                MemberProblems(schema, members, at),
            JsonArray items when schema.Items is { } each =>
                items.SelectMany((item, i) => Problems(each, item, $"{at}[{i}]")),
            JsonObject or JsonArray => [],
            _ => ValueProblems(schema, value, at),
        };
    }

    private static JsonSchemaType TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => JsonSchemaType.Object,
        JsonValueKind.Array => JsonSchemaType.Array,
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        JsonValueKind.Number when decimal.IsInteger(Number(value)) => JsonSchemaType.Integer | JsonSchemaType.Number,
        JsonValueKind.Number => JsonSchemaType.Number,
        _ => JsonSchemaType.Null,
    };

    private static IEnumerable<string> MemberProblems(IOpenApiSchema schema, JsonObject members, string at)
    {
        foreach (var name in schema.Required ?? new HashSet<string>())
        {
            if (!members.ContainsKey(name))
            {
                yield return $"{at}: without {name}";
            }
        }

        foreach (var (name, value) in members)
        {
            var member = $"{at}.{name}";
            var declared = schema.Properties?.TryGetValue(name, out var own) is true
                ? own
                : schema.AdditionalProperties;
            var problems = declared is null ? [$"{member}: not declared"] : Problems(declared, value, member);
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> ValueProblems(IOpenApiSchema schema, JsonNode? value, string at)
    {
        if (schema.Enum is { Count: > 0 } values && !values.Any(one => JsonNode.DeepEquals(one, value)))
        {
            yield return $"{at}: {value} is none of the enumerated values";
        }

        if (schema.Pattern is { } pattern && !Matches(pattern, $"{value}"))
        {
            yield return $"{at}: {value} does not match {pattern}";
        }

        if (schema.Minimum is { } minimum && Number(value!) < Number(minimum))
        {
            yield return $"{at}: {value} is below {minimum}";
        }

        if (schema.Maximum is { } maximum && Number(value!) > Number(maximum))
        {
            yield return $"{at}: {value} is above {maximum}";
        }
    }

    /// <summary>To .NET a last <c>$</c> also means "before a line's end", to JSON Schema the end of the text.</summary>
    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, pattern.EndsWith('$') ? $@"{pattern[..^1]}\z" : pattern, RegexOptions.CultureInvariant);

    private static decimal Number(JsonNode value) => Number(value.ToJsonString());

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
