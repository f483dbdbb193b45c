using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>
/// Serves the document. Not the framework's <c>MapOpenApi</c>: that one makes it anew for every request, and knows no
/// HEAD.
/// </summary>
internal static class DocumentEndpoint
{
    public const string Path = "/openapi/v1.json";

    private const string Name = "v1";

    public static void AddDocument(this IServiceCollection services) =>
        services.AddOpenApi(Name, options => options.AddDocumentTransformer(ApiDocument.Fill));

    /// <param name="services">Those of the application.</param>
    public static RequestDelegate Answer(IServiceProvider services)
    {
        var document = new Lazy<Task<byte[]>>(() => WriteAsync(services)); // the start has no time for it
        return async context =>
        {
            var body = await document.Value;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        };
    }

    private static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync();
        using var body = new MemoryStream();
        await document.SerializeAsJsonAsync(body, OpenApiSpecVersion.OpenApi3_1);
        return body.ToArray();
    }
}
