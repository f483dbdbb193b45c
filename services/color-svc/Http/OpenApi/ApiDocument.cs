using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>The document, made of what the endpoints say of themselves.</summary>
/// <remarks>
/// Not the framework's: that one reads the signatures of handlers, and ours take an HttpContext, so that it would find
/// nothing.
/// </remarks>
internal static class ApiDocument
{
    public static OpenApiDocument Of(IEnumerable<Endpoint> endpoints) => new()
    {
        Info = new()
        {
            Title = "ColorDemo color-svc",
            Version = Build.Version,
            Description =
                "Answers with a color and says which version, cluster and pod answered. Every path here answers GET "
                + "and HEAD. Text is the default; `fmt=json`, or an Accept header that prefers `application/json`, "
                + "asks for JSON, and then errors are problem documents (RFC 9457).",
        },
        Servers = [new() { Url = "/", Description = "The port that this document came from." }],
        Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "colors", Description = "What everybody asks. Faults and the rate limit act here." },
            new() { Name = "operations", Description = "For those who run the service. Never delayed, never faulty." },
            new() { Name = "faults", Description = "What goes wrong on purpose. On a port of its own." },
        },
        Components = new()
        {
            Schemas = Schemas.All(),
            Parameters = Parameters.All(),
            Headers = Headers.All(),
            Responses = Responses.All(),
        },
        Paths = new(EndpointPaths.Of(endpoints)) { ["/faults"] = FaultDescriptions.Path() },
    };
}
