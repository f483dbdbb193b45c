namespace ColorDemo.Mesh.Istio;

/// <summary>Conditions, and what becomes of a request that meets one of them. Istio <c>HTTPRoute</c>.</summary>
/// <param name="Field">Where the rule stands in its VirtualService, for example <c>spec.http[0]</c>.</param>
/// <param name="Match">Any one of them suffices; empty matches everything.</param>
/// <param name="RewriteUri">
/// Replaces the matched prefix, or the whole path after an exact or regex match. Absent: the path stays.
/// </param>
public sealed record HttpRule(
    string Field,
    string? Name,
    IReadOnlyList<HttpMatch> Match,
    IReadOnlyList<RouteDestination> Route,
    string? RewriteUri,
    AbortFault? Abort)
{
    internal static HttpRule Read(Fields rule, string field)
    {
        var route = rule.Objects("route");
        if (route.Count == 0 && !rule.Has("redirect") && !rule.Has("directResponse") && !rule.Has("delegate"))
        {
            rule.Error("route", "an HTTP rule needs a route, a redirect or a directResponse");
        }

        var destinations = route.Select(RouteDestination.Read).ToList();
        if (destinations.Count > 1 && destinations.Sum(destination => (long)destination.Weight) == 0)
        {
            rule.Error("route", "the weights add up to 0; give at least one destination a weight above 0");
        }

        var read = new HttpRule(
            field,
            rule.Text("name"),
            [.. rule.Objects("match").Select(HttpMatch.Read)],
            destinations,
            ReadRewrite(rule.Object("rewrite")),
            AbortFault.Read(rule.Object("fault")));
        rule.NotSimulated(
            "corsPolicy", "delegate", "directResponse", "headers", "mirror", "mirror_percent", "mirrorPercent",
            "mirrorPercentage", "mirrors", "redirect", "retries", "timeout");
        rule.End();
        return read;
    }

    private static string? ReadRewrite(Fields? rewrite)
    {
        if (rewrite is null)
        {
            return null;
        }

        if (!rewrite.Has("uri") && !rewrite.Has("authority") && !rewrite.Has("uriRegexRewrite"))
        {
            rewrite.Error("", "a rewrite must have uri, authority or uriRegexRewrite");
        }

        var uri = rewrite.Text("uri");
        rewrite.NotSimulated("authority", "uriRegexRewrite");
        rewrite.End();
        return uri;
    }
}
