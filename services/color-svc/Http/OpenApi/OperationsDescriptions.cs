using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What the document says of <see cref="Operations"/>.</summary>
internal static class OperationsDescriptions
{
    public static OpenApiOperation Liveness() => Describe(
        "getLiveness",
        "Whether the process works.",
        Ok());

    public static OpenApiOperation Readiness()
    {
        var operation = Describe(
            "getReadiness",
            "Whether the pod wants traffic.",
            Ok(),
            ("503", Responses.NotReady));
        operation.Parameters = [Parameters.Format];
        return operation;
    }

    public static OpenApiOperation Version() => Describe(
        "getVersion",
        "Where the pod runs and what was built.",
        Responses.Success(
            "Identity and build.", Body.Json(Schemas.Of(Schemas.Version), Examples.Json(Examples.Version))));

    public static OpenApiOperation Metrics() => Describe(
        "getMetrics",
        "What Prometheus scrapes.",
        Responses.Success("All series.", Body.Text(Shape.Text(
            "Prometheus' text format.",
            """
            # HELP color_svc_build_info Always 1; the labels say what runs.
            # TYPE color_svc_build_info gauge
            color_svc_build_info{version="v1",revision="unknown"} 1

            """.ReplaceLineEndings("\n"),
            "^# HELP "))));

    public static OpenApiOperation Document() => Describe(
        "getOpenApiDocument",
        "This document.",
        Responses.Success("An OpenAPI document.", Body.Json(DocumentSchema.Json(), DocumentSchema.Example())));

    private static OpenApiResponse Ok() =>
        Responses.Success("Yes.", Body.Text(Shape.Text("Always the same.", "ok\n", "^ok\\n$")));

    private static OpenApiOperation Describe(
        string id, string summary, OpenApiResponse success, params (string Status, string Name)[] errors) => new()
        {
            OperationId = id,
            Summary = summary,
            Tags = Tag.Operations,
            Responses = Responses.Of(
            success,
            [("405", Responses.MethodNotAllowed), ("413", Responses.BodyRefused), .. errors]),
        };
}
