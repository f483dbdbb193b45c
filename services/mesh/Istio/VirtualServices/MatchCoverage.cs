namespace ColorDemo.Mesh.Istio;

/// <summary>Whether one condition leaves nothing to another that is asked later.</summary>
internal static class MatchCoverage
{
    /// <summary>Whether every request that meets <paramref name="later"/> meets the other too.</summary>
    public static bool Covers(HttpMatch match, HttpMatch later) =>
        TakesAll(match)
        || TextOf(match) == TextOf(later)
        || (OnlyUri(match) && match.Uri?.Prefix is { } prefix
            && (later.Uri?.Exact ?? later.Uri?.Prefix) is { } start
            && (match.IgnoreUriCase || !later.IgnoreUriCase)
            && start.StartsWith(
                prefix, match.IgnoreUriCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    public static bool TakesAll(HttpMatch match) =>
        OnlyUri(match) && (match.Uri is null or { Prefix: "" or "/" } || match.Uri.Regex?.Pattern == ".*");

    private static bool OnlyUri(HttpMatch match) => match is
    {
        Scheme: null, Method: null, Authority: null, Port: 0, SourceNamespace: null,
        Headers.Count: 0, WithoutHeaders.Count: 0, QueryParams.Count: 0, SourceLabels.Count: 0, Gateways.Count: 0,
        Unsupported.Count: 0,
    };

    /// <summary>All conditions in one text, which is the same for the same conditions.</summary>
    private static string TextOf(HttpMatch match) => string.Join('\n',
    [
        $"{match.Uri}", $"{match.IgnoreUriCase}", $"{match.Scheme}", $"{match.Method}", $"{match.Authority}",
        $"{match.Port}", $"{match.SourceNamespace}", string.Join(' ', match.Gateways.Order(StringComparer.Ordinal)),
        TextOf(match.Headers), TextOf(match.WithoutHeaders), TextOf(match.QueryParams), TextOf(match.SourceLabels),
    ]);

    private static string TextOf<T>(IReadOnlyDictionary<string, T> conditions) =>
        string.Join('\r', conditions
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Key}={one.Value}"));
}
