using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.ColorService.Colors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>Bodies as the service writes them, under the identity of one pod.</summary>
internal static class Examples
{
    public static ColorBody Green { get; } = new("Green", "#008000", "green", "v1", "armadillo", "color-svc-v1-0");

    public static ColorBody Chartreuse { get; } = Green with { Name = "Chartreuse", HexCode = "#7fff00" };

    public static ColorBody Unknown { get; } =
        Green with { Name = NamedColors.Unknown, HexCode = NamedColors.UnknownHexCode, Family = null };

    public static VersionBody Version { get; } = new(
        "v1", "armadillo", "color-svc-v1-0", "color", "armadillo-worker", "0.1.0", "unknown", ".NET 10.0.10");

    public static string Text(ColorBody color) =>
        $"  Generated Color\n    \"{color.Name}\" - with HEX \"{color.HexCode}\"\n";

    public static string Text(string detail) => $"ERROR: {detail}\n";

    public static JsonNode Json(ColorBody color) =>
        JsonSerializer.SerializeToNode(color, Http.Json.Bodies.ColorBody)!;

    public static JsonNode Json(VersionBody version) =>
        JsonSerializer.SerializeToNode(version, Http.Json.Bodies.VersionBody)!;

    public static JsonNode Json(int status, string detail) => JsonSerializer.SerializeToNode(
        new ProblemBody(ReasonPhrases.GetReasonPhrase(status), status, detail), Http.Json.Bodies.ProblemBody)!;

    public static Dictionary<string, IOpenApiExample> Named(
        params IEnumerable<(string Name, JsonNode Value)> examples) =>
        examples.ToDictionary(
            example => example.Name, IOpenApiExample (example) => new OpenApiExample { Value = example.Value });
}
