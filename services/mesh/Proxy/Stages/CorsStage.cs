using System.Globalization;
using ColorDemo.Mesh.Istio;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Tells browsers who may read the answers. Envoy's CORS filter, between faults and the router.</summary>
internal static class CorsStage
{
    /// <returns>Whether the request goes on: a preflight may be answered here.</returns>
    public static bool Pass(Exchange exchange, CorsPolicy policy)
    {
        var (request, response) = (exchange.Context.Request, exchange.Context.Response);
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin)
        {
            return true;
        }

        var isAllowed = policy.AllowOrigins.Any(one => Covers(one, origin));
        if (!IsPreflight(request))
        {
            if (isAllowed)
            {
                // Last of all, over what the upstream or the route has put there.
                response.OnStarting(() =>
                {
                    Allow(response.Headers, policy, origin);
                    Set(response.Headers, "access-control-expose-headers", policy.ExposeHeaders);
                    return Task.CompletedTask;
                });
            }

            return true;
        }

        if (!isAllowed && !policy.IgnoresUnmatchedPreflights)
        {
            return true;
        }

        exchange.Finish();
        if (isAllowed)
        {
            Allow(response.Headers, policy, origin);
            Set(response.Headers, "access-control-allow-methods", policy.AllowMethods);
            Set(response.Headers, "access-control-allow-headers", policy.AllowHeaders);
            if (policy.MaxAge is { } age)
            {
                response.Headers.AccessControlMaxAge = age.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            }
        }

        return false;
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.ToString().Length > 0;

    private static bool Covers(StringMatch allowed, string origin) => allowed switch
    {
        { Exact: { } exact } => exact == "*" || exact == origin,
        { Prefix: { } prefix } => origin.StartsWith(prefix, StringComparison.Ordinal),
        { Regex: { } regex } => regex.Whole.IsMatch(origin),
        _ => false,
    };

    private static void Allow(IHeaderDictionary headers, CorsPolicy policy, string origin)
    {
        headers.AccessControlAllowOrigin = origin;
        if (policy.AllowCredentials is true)
        {
            headers.AccessControlAllowCredentials = "true"; // false sends no such header, in Envoy too
        }
    }

    private static void Set(IHeaderDictionary headers, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            headers[name] = string.Join(',', values);
        }
    }
}
