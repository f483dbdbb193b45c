namespace ColorDemo.GridHost;

/// <summary>The page at <c>/</c>. It is asked for again at each visit; what it names is cached.</summary>
public static class Page
{
    private static readonly StaticFileOptions AlwaysAskAgain = new()
    {
        OnPrepareResponse = response => response.Context.Response.Headers.CacheControl = "no-cache",
    };

    public static void MapPage(this IEndpointRouteBuilder app) =>
        app.MapFallbackToFile("/", "index.html", AlwaysAskAgain);
}
