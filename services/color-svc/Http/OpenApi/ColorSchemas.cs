using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

internal static class ColorSchemas
{
    private const string HexCode = "#[0-9a-f]{6}";

    public static OpenApiSchema Text() => Shape.Text(
        "One color as text, for people and for scripts.",
        Examples.Text(Examples.Green),
        $"^  Generated Color\\n    \"[A-Za-z]+\" - with HEX \"{HexCode}\"\\n$");

    public static OpenApiSchema Json() => Shape.Object(
        "One color and who answered.",
        Examples.Json(Examples.Green),
        optional: ["family", "cluster"],
        new()
        {
            ["name"] = Shape.Text("As CSS spells it; `unknown` when it is not known, or not enabled.", "Green"),
            ["hexCode"] = Shape.Text("Red, green and blue.", "#008000", $"^{HexCode}$"),
            ["family"] = Shape.OneOf("Absent when the color is not known.", Parameters.Families),
            ["version"] = Shape.Text("The `version` label of the pod (VERSION).", "v1"),
            ["cluster"] = Shape.Text("Absent when it is not configured (CLUSTER_NAME).", "armadillo"),
            ["pod"] = Shape.Text("The pod, or the host without one (POD_NAME).", "color-svc-v1-0"),
        });
}
