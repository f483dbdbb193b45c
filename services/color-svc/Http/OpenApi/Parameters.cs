using System.Text.Json.Nodes;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What a request may say. Accept is not among them: OpenAPI leaves it to the media types.</summary>
internal static class Parameters
{
    public static string[] Families => [.. Family.All.Select(family => family.Name)];

    public static OpenApiParameterReference Format => new("fmt");

    public static OpenApiParameterReference OfFamily => new("family");

    public static OpenApiParameterReference Name => new("name");

    public static OpenApiParameterReference Fault => new(RequestFault.Header);

    public static Dictionary<string, IOpenApiParameter> All() => new OpenApiParameter[]
    {
        Of(
            ParameterLocation.Query,
            "fmt",
            "Of colors and of errors. The first one decides: exactly `json` is JSON, anything else is text. Without "
                + "one the Accept header decides, and text is the default.",
            Shape.OneOf("The format of the answer.", "json", "text"),
            ("json", "json"),
            ("text", "text")),
        Of(
            ParameterLocation.Path,
            "family",
            "In any letter case.",
            Shape.OneOf("One of the four families.", Families),
            Families.Select(name => (name, (JsonNode)name))),
        Of(
            ParameterLocation.Path,
            "name",
            "A named color of CSS in any letter case. Three former misspellings answer too.",
            Shape.Text("The name of a color.", "Green"),
            ("current", "Green"),
            ("former", "charteuse"),
            ("unknown", "nosuch")),
        Of(
            ParameterLocation.Header,
            RequestFault.Header,
            $"A fault for this request alone: {RequestFault.Accepted}. Ignored unless the service allows it "
                + "(ALLOW_REQUEST_FAULTS=true).",
            Shape.Text("The fault.", "abort=503;delay=200ms"),
            ("both", "abort=503;delay=200ms"),
            ("abort", "abort=418"),
            ("delay", "delay=0.1s")),
    }.ToDictionary(parameter => parameter.Name!, IOpenApiParameter (parameter) => parameter);

    private static OpenApiParameter Of(
        ParameterLocation place,
        string name,
        string description,
        OpenApiSchema schema,
        params IEnumerable<(string Name, JsonNode Value)> examples) => new()
        {
            Name = name,
            In = place,
            Required = place is ParameterLocation.Path,
            Description = description,
            Schema = schema,
            Examples = Examples.Named(examples),
        };
}
