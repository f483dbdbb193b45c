namespace ColorDemo.ColorService.Http;

/// <summary>
/// Lets scripts of every origin read the answers. Not the framework's middleware: that one is silent towards a request
/// without an Origin, where this service has always sent the header.
/// </summary>
internal static class Cors
{
    public static RequestDelegate Allow(RequestDelegate next) => context =>
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = $"{CommonHeaders.Version}, {CommonHeaders.Cluster}, {CommonHeaders.Pod}";
        if (!IsPreflight(context.Request))
        {
            return next(context);
        }

        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlAllowHeaders = "*, Authorization"; // the star does not cover that one
        headers.AccessControlMaxAge = "600"; // seconds
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method)
        && request.Headers.Origin.Count > 0
        && request.Headers.AccessControlRequestMethod.Count > 0;
}
