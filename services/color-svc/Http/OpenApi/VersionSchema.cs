using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

internal static class VersionSchema
{
    public static OpenApiSchema Json() => Shape.Object(
        "Where this pod runs and what was built.",
        Examples.Json(Examples.Version),
        optional: ["cluster", "namespace", "node"],
        new()
        {
            ["version"] = Shape.Text("The `version` label of the pod (VERSION).", "v1"),
            ["cluster"] = Shape.Text("Absent when it is not configured (CLUSTER_NAME).", "armadillo"),
            ["pod"] = Shape.Text("The pod, or the host without one (POD_NAME).", "color-svc-v1-0"),
            ["namespace"] = Shape.Text("Absent when it is not configured (POD_NAMESPACE).", "color"),
            ["node"] = Shape.Text("Absent when it is not configured (NODE_NAME).", "armadillo-worker"),
            ["build"] = Shape.Text("The version of the program.", "0.1.0", @"^\d+\.\d+\.\d+"),
            ["revision"] = Shape.Text("The commit; `unknown` when nobody told the build.", "unknown"),
            ["runtime"] = Shape.Text("The .NET that it runs on.", ".NET 10.0.10", @"^\.NET "),
        });
}
