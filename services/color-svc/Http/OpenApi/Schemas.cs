using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>The shape of every body, by name.</summary>
internal static class Schemas
{
    public const string Color = nameof(Color);
    public const string ColorText = nameof(ColorText);
    public const string Problem = nameof(Problem);
    public const string ErrorText = nameof(ErrorText);
    public const string Version = nameof(Version);
    public const string Fault = nameof(Fault);
    public const string Faults = nameof(Faults);
    public const string FaultRequest = nameof(FaultRequest);
    public const string FaultsRequest = nameof(FaultsRequest);

    private const string HexCode = "#[0-9a-f]{6}";
    private const string Error = "no color available";

    public static Dictionary<string, IOpenApiSchema> All() => new()
    {
        [Color] = Shape.Object("One color and who answered.", Examples.Json(Examples.Green), new()
        {
            ["name"] = Shape.Text("As CSS spells it; `unknown` when it is not known, or not enabled.", "Green"),
            ["hexCode"] = Shape.Text("Red, green and blue.", "#008000", $"^{HexCode}$"),
            ["family?"] = Shape.OneOf("Absent when the color is not known.", Parameters.Families),
            ["version"] = Shape.Text("The `version` label of the pod (VERSION).", "v1"),
            ["cluster?"] = Shape.Text("Absent when it is not configured (CLUSTER_NAME).", "armadillo"),
            ["pod"] = Shape.Text("The pod, or the host without one (POD_NAME).", "color-svc-v1-0"),
        }),
        [ColorText] = Shape.Text(
            "One color as text, for people and for scripts.",
            Examples.Text(Examples.Green),
            $"^  Generated Color\\n    \"[A-Za-z]+\" - with HEX \"{HexCode}\"\\n$"),
        [Problem] = Shape.Object("A problem document without a type (RFC 9457).", Examples.Json(500, Error), new()
        {
            ["title"] = Shape.Text("The status in words.", "Internal Server Error"),
            ["status"] = Shape.Whole("The status of the answer.", 400, 599, 500),
            ["detail"] = Shape.Text("What is wrong.", Error),
        }),
        [ErrorText] = Shape.Text("One line that says what is wrong.", Examples.Text(Error), "^ERROR: [^\\n]+\\n$"),
        [Version] = Shape.Object("Where the pod runs and what was built.", Examples.Json(Examples.Version), new()
        {
            ["version"] = Shape.Text("The `version` label of the pod (VERSION).", "v1"),
            ["cluster?"] = Shape.Text("Absent when it is not configured (CLUSTER_NAME).", "armadillo"),
            ["pod"] = Shape.Text("The pod, or the host without one (POD_NAME).", "color-svc-v1-0"),
            ["namespace?"] = Shape.Text("Absent when it is not configured (POD_NAMESPACE).", "color"),
            ["node?"] = Shape.Text("Absent when it is not configured (NODE_NAME).", "armadillo-worker"),
            ["build"] = Shape.Text("The version of the program.", "0.1.0", @"^\d+\.\d+\.\d+"),
            ["revision"] = Shape.Text("The commit; `unknown` when nobody told the build.", "unknown"),
            ["runtime"] = Shape.Text("The .NET that it runs on.", ".NET 10.0.10", @"^\.NET "),
        }),
        [Fault] = FaultSchemas.Fault(isRequest: false),
        [Faults] = FaultSchemas.Faults(isRequest: false),
        [FaultRequest] = FaultSchemas.Fault(isRequest: true),
        [FaultsRequest] = FaultSchemas.Faults(isRequest: true),
    };

    public static OpenApiSchemaReference Of(string name) => new(name);
}
