using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>The rules that a rule of an HTTPRoute becomes: one for each of its matches.</summary>
/// <remarks>Source: Istio's <c>convertHTTPRoute</c>.</remarks>
internal static class RuleOfMatch
{
    private const int DefaultAttempts = 2;

    private static readonly string[] RetryOn = ["connect-failure", "refused-stream", "unavailable", "cancelled"];

    /// <param name="index">Of the rule in its route.</param>
    public static IEnumerable<HttpRule> Of(Attachment attachment, HttpRouteRule rule, int index, Backends backends)
    {
        var whole = WithoutMatch(attachment, rule, index, backends);
        return rule.Matches.Count == 0
            ? [attachment.Port == 0 ? whole : whole with { Match = [OnPort(attachment, rule.Origin)] }]
            : rule.Matches.Select(match => whole with { Match = [match with { Port = attachment.Port }] });
    }

    private static HttpRule WithoutMatch(Attachment attachment, HttpRouteRule rule, int index, Backends backends)
    {
        var metadata = attachment.Route.Metadata;
        List<RouteDestination> destinations = [.. backends.Destinations(attachment, rule)];
        List<Mirror> mirrors = [.. backends.Mirrors(attachment, rule)];
        var retries = RetriesOf(rule);
        return new(
            rule.Field,
            rule.Origin,
            rule.Name ?? $"{metadata.Namespace}.{metadata.Name}.{index}",
            [],
            destinations,
            rule.Filters.Redirect,
            destinations.Count == 0 && rule.Filters.Redirect is null ? new(500, null) : null,
            null,
            rule.Filters.Rewrite,
            null,
            retries is null ? rule.BackendTimeout ?? rule.RequestTimeout : rule.RequestTimeout,
            retries,
            mirrors.Count > 0 ? mirrors : null,
            rule.Filters.Cors,
            rule.Filters.Headers,
            rule.Unsupported)
        {
            Owner = metadata,
        };
    }

    /// <remarks>Only a route that speaks of retries has a time for one try besides the time for all.</remarks>
    private static Retries? RetriesOf(HttpRouteRule rule) => rule.Retry is { } retry
        ? new(
            retry.Attempts ?? DefaultAttempts,
            retry.Attempts == 0 ? null : RetryOn,
            retry.Attempts == 0 ? [] : retry.Codes,
            rule.BackendTimeout,
            retry.Backoff)
        : null;

    private static HttpMatch OnPort(Attachment attachment, Origin origin)
    {
        var none = new Dictionary<string, StringMatch>();
        return new(null, null, false, null, null, null, none, none, none, attachment.Port,
            new Dictionary<string, string>(), null, [], [], origin);
    }
}
