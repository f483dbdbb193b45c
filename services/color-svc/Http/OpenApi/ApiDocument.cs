using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>Fills the document that the framework provides from what the endpoints say of themselves.</summary>
/// <remarks>
/// The framework's own description of an endpoint reads the signature of its handler by reflection; ours take an
/// HttpContext, so that it would find nothing.
/// </remarks>
internal static class ApiDocument
{
    public static Task Fill(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new()
        {
            Title = "ColorDemo color-svc",
            Version = Build.Version,
            Description =
                "Answers with a color and says which version, cluster and pod answered. Every path here answers GET and "
                + "HEAD. Text is the default; `fmt=json`, or an Accept header that prefers `application/json`, asks "
                + "for JSON, and then errors are problem documents (RFC 9457).",
        };
        document.Servers = [new() { Url = "/", Description = "The port that this document came from." }];
        document.Tags = Tag.All();
        document.Components = new()
        {
            Schemas = Schemas.All(),
            Parameters = Parameters.All(),
            Headers = Headers.All(),
            Responses = Responses.All(),
        };
        document.Paths = EndpointPaths.Of(context.ApplicationServices.GetRequiredService<EndpointDataSource>());
        document.Paths.Add("/faults", FaultDescriptions.Path());
        return Task.CompletedTask;
    }
}
