namespace ColorDemo.GridHost;

/// <summary>The page at <c>/</c>. Published, it is a plain file: its names of other files are written at build time.</summary>
public static class Page
{
    private static readonly StaticFileOptions AlwaysAskAgain = new()
    {
        OnPrepareResponse = response => response.Context.Response.Headers.CacheControl = "no-cache",
    };

    public static void MapPage(this IEndpointRouteBuilder app) => app.MapFallbackToFile("/", "index.html", AlwaysAskAgain);
}
