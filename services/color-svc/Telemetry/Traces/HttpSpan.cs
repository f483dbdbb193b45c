using System.Diagnostics;

namespace ColorDemo.ColorService.Telemetry.Traces;

internal static class HttpSpan
{
    public static void Describe(Activity span, HttpContext context)
    {
        var request = context.Request;
        var template = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var route = template?.Replace("?", "", StringComparison.Ordinal); // "{name?}" is "{name}" to a reader
        var method = IsKnown(request.Method) ? request.Method : null;
        span.DisplayName = route is null ? method ?? "HTTP" : $"{method ?? "HTTP"} {route}";
        span.SetTag("http.request.method", method ?? "_OTHER");
        span.SetTag("http.route", route);
        span.SetTag("url.scheme", request.Scheme);
        span.SetTag("url.path", request.Path.ToUriComponent()); // encoded: it is anything that a client sends
        if (span.Status is ActivityStatusCode.Error)
        {
            return; // something was thrown: the answer is not yet made
        }

        var status = context.Response.StatusCode;
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag("error.type", $"{status}");
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static bool IsKnown(string method) =>
        method is "GET" or "HEAD" or "OPTIONS" or "POST" or "PUT" or "PATCH" or "DELETE" or "CONNECT" or "TRACE";
}
