using System.Text.Json.Nodes;
using ColorDemo.ColorService.Colors;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What a request may say. Accept is not among them: OpenAPI leaves it to the media types.</summary>
internal static class Parameters
{
    private const string FormatId = "fmt";
    private const string FamilyId = "family";
    private const string NameId = "name";
    private const string FaultId = "fault";

    public static string[] Families => [.. Family.All.Select(family => family.Name)];

    public static OpenApiParameterReference Format => new(FormatId);

    public static OpenApiParameterReference OfFamily => new(FamilyId);

    public static OpenApiParameterReference Name => new(NameId);

    public static OpenApiParameterReference Fault => new(FaultId);

    public static Dictionary<string, IOpenApiParameter> All() => new()
    {
        [FormatId] = new OpenApiParameter
        {
            Name = "fmt",
            In = ParameterLocation.Query,
            Description = "The first one decides: exactly `json` is JSON, anything else is text. Without one the "
                + "Accept header decides, and text is the default.",
            Schema = Shape.OneOf("The format of the answer.", "json", "text"),
            Examples = Examples.Named(("json", "json"), ("text", "text")),
        },
        [FamilyId] = new OpenApiParameter
        {
            Name = "family",
            In = ParameterLocation.Path,
            Required = true,
            Description = "In any letter case.",
            Schema = Shape.OneOf("One of the four families.", Families),
            Examples = Examples.Named(Family.All.Select(family => (family.Name, (JsonNode)family.Name))),
        },
        [NameId] = new OpenApiParameter
        {
            Name = "name",
            In = ParameterLocation.Path,
            Required = true,
            Description = "A named color of CSS in any letter case. Three former misspellings answer too.",
            Schema = Shape.Text("The name of a color.", "Green"),
            Examples = Examples.Named(("current", "Green"), ("former", "charteuse"), ("unknown", "nosuch")),
        },
        [FaultId] = new OpenApiParameter
        {
            Name = "x-color-fault",
            In = ParameterLocation.Header,
            Description = "A fault for this request alone: an error status, a delay (at most 60 s), or both. Ignored "
                + "unless the service allows it (ALLOW_REQUEST_FAULTS=true).",
            Schema = Shape.Text("The fault.", "abort=503;delay=200ms"),
            Examples = Examples.Named(
                ("both", "abort=503;delay=200ms"), ("abort", "abort=418"), ("delay", "delay=0.1s")),
        },
    };
}
