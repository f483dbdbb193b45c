using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

internal static class ErrorSchemas
{
    public static OpenApiSchema Text() => Shape.Text(
        "One line that says what is wrong.", Examples.Text("no color available"), "^ERROR: [^\\n]+\\n$");

    public static OpenApiSchema Json() => Shape.Object(
        "A problem document without a type of its own (RFC 9457).",
        Examples.Json(500, "no color available"),
        optional: [],
        new()
        {
            ["title"] = Shape.Text("The status in words.", "Internal Server Error"),
            ["status"] = Shape.Whole("The status of the answer.", 400, 599, 500),
            ["detail"] = Shape.Text("What is wrong.", "no color available"),
        });
}
