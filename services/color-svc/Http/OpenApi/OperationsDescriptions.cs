using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What the document says of <see cref="Operations"/>.</summary>
internal static class OperationsDescriptions
{
    public static OpenApiOperation Liveness() => Describe("getLiveness", "Whether the process works.", Ok());

    public static OpenApiOperation Readiness()
    {
        var operation = Describe(
            "getReadiness", "Whether the pod wants traffic.", Ok(), ("503", Responses.NotReady));
        operation.Parameters = [Parameters.Format];
        return operation;
    }

    public static OpenApiOperation Version() => Describe(
        "getVersion",
        "Where the pod runs and what was built.",
        Responses.Success(
            "Identity and build.",
            Body.Json(Schemas.Of(Schemas.Version), ("json", Examples.Json(Examples.Version)))));

    public static OpenApiOperation Metrics()
    {
        var body = Body.Text(Shape.Text("Prometheus' text format.", Series(""), "^# HELP "));
        var open = Shape.Text("OpenMetrics, for those who accept it.", Series("# EOF\n"), "# EOF\\n$");
        return Describe(
            "getMetrics",
            "What Prometheus scrapes. Absent when DISABLE_METRICS=true.",
            Responses.Success("All series.", new(body.Concat(Body.Text(open, "application/openmetrics-text")))));
    }

    public static OpenApiOperation Document()
    {
        var example = new JsonObject { ["openapi"] = "3.1.1", ["paths"] = new JsonObject() };
        var schema = Shape.Object("An OpenAPI document (https://spec.openapis.org/oas/v3.1).", example, new()
        {
            ["openapi"] = Shape.Text("The version of OpenAPI.", "3.1.1", @"^3\.1\.\d+$"),
        });
        schema.AdditionalProperties = new OpenApiSchema
        {
            Type = JsonSchemaType.Object | JsonSchemaType.Array,
            Description = "Whatever else OpenAPI gives a document.",
            Examples = [new JsonObject()],
        };
        return Describe(
            "getOpenApiDocument",
            "This document.",
            Responses.Success("An OpenAPI document.", Body.Json(schema, ("json", example))));
    }

    private static OpenApiResponse Ok() =>
        Responses.Success("Yes.", Body.Text(Shape.Text("Always the same.", "ok\n", "^ok\\n$")));

    private static string Series(string end) =>
        $$"""
        # HELP color_svc_build_info Always 1; the labels say what runs.
        # TYPE color_svc_build_info gauge
        color_svc_build_info{version="v1",revision="unknown"} 1
        {{end}}
        """.ReplaceLineEndings("\n");

    private static OpenApiOperation Describe(
        string id, string summary, OpenApiResponse success, params (string Status, string Name)[] errors) => new()
        {
            OperationId = id,
            Summary = summary,
            Tags = new HashSet<OpenApiTagReference> { new("operations") },
            Responses = Responses.Of(
            success,
            [("405", Responses.MethodNotAllowed), ("413", Responses.BodyRefused), .. errors]),
        };
}
