using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Gateway API's order of matches: the most specific one wins, wherever it is written.</summary>
/// <remarks>
/// Path type (exact, prefix, regular expression), length of the path, method, number of headers, number of query
/// parameters; among equals the older route, then its namespace and name, then the earlier rule. The API leaves regular
/// expressions open. Source: the API's description of <c>matches</c>, Istio's <c>sortHTTPRoutes</c>.
/// </remarks>
internal static class Precedence
{
    /// <param name="rules">By age of their routes, with one match or none.</param>
    public static IEnumerable<HttpRule> Sort(IEnumerable<HttpRule> rules) => rules
        .OrderByDescending(rule => RankOf(Path(rule)))
        .ThenByDescending(rule => LengthOf(Path(rule)))
        .ThenByDescending(rule => rule.Match is [{ Method: not null }])
        .ThenByDescending(rule => rule.Match is [var match] ? match.Headers.Count : 0)
        .ThenByDescending(rule => rule.Match is [var match] ? match.QueryParams.Count : 0);

    private static StringMatch? Path(HttpRule rule) => rule.Match is [var match] ? match.Uri : null;

    private static int RankOf(StringMatch? path) => path switch
    {
        { Exact: not null } => 3,
        { Prefix: not null } => 2,
        { Regex: not null } => 1,
        _ => 0,
    };

    private static int LengthOf(StringMatch? path) =>
        (path?.Exact ?? path?.Prefix ?? path?.Regex?.Pattern)?.Length ?? 0;
}
