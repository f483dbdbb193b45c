using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>Serves the document: made when it is first asked for, since the start has no time for it.</summary>
internal static class DocumentEndpoint
{
    public static RequestDelegate Answer(ICollection<EndpointDataSource> sources)
    {
        var document = new Lazy<Task<byte[]>>(() => WriteAsync(sources.SelectMany(source => source.Endpoints)));
        return async context =>
        {
            var body = await document.Value;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        };
    }

    private static async Task<byte[]> WriteAsync(IEnumerable<Endpoint> endpoints)
    {
        using var body = new MemoryStream();
        await ApiDocument.Of(endpoints).SerializeAsJsonAsync(body, OpenApiSpecVersion.OpenApi3_1);
        return body.ToArray();
    }
}
