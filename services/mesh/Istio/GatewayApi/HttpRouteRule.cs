namespace ColorDemo.Mesh.Istio;

/// <summary>Conditions, filters and backends. Gateway API <c>HTTPRouteRule</c>.</summary>
/// <param name="Field">Where it stands in its HTTPRoute, for example <c>spec.rules[0]</c>.</param>
/// <param name="Matches">Any one of them suffices; none given is the prefix <c>/</c>.</param>
/// <param name="RequestTimeout">For all tries together. Absent, or 0s in the manifest: none.</param>
/// <param name="BackendTimeout">For one try. Absent, or 0s in the manifest: none.</param>
/// <param name="Unsupported">Paths of fields that are set and that the mesh does not simulate.</param>
public sealed record HttpRouteRule(
    string Field,
    Origin Origin,
    string? Name,
    IReadOnlyList<HttpMatch> Matches,
    HttpRouteFilters Filters,
    IReadOnlyList<WeightedBackend> Backends,
    TimeSpan? RequestTimeout,
    TimeSpan? BackendTimeout,
    HttpRouteRetry? Retry,
    IReadOnlyList<string> Unsupported)
{
    /// <summary>False when Istio cannot translate it: then it serves nothing of the whole route.</summary>
    public bool IsServed =>
        !Filters.HasForeign && Backends.All(backend => backend is { Weight: 0 } or { IsServed: true });

    internal static HttpRouteRule Default(Origin origin) => new(
        "spec.rules",
        origin,
        null,
        [HttpRouteMatch.Everything(origin)],
        HttpRouteFilters.None,
        [],
        null,
        null,
        null,
        []);

    internal static HttpRouteRule Read(Fields rule)
    {
        var matches = rule.Objects("matches");
        rule.AtMost("matches", matches.Count, 64);
        var backends = rule.Objects("backendRefs");
        rule.AtMost("backendRefs", backends.Count, 16);
        var timeouts = rule.Object("timeouts");
        var request = timeouts?.ShortDuration("request");
        var backendRequest = timeouts?.ShortDuration("backendRequest");
        if (backendRequest > request && request > TimeSpan.Zero)
        {
            timeouts!.Error("backendRequest", "cannot be longer than request, which counts all tries together");
        }

        timeouts?.End();
        var read = new HttpRouteRule(
            rule.Path,
            rule.Origin,
            rule.SectionName("name"),
            rule.Has("matches")
                ? [.. matches.Select(HttpRouteMatch.Read)] : [HttpRouteMatch.Everything(rule.Origin)],
            HttpRouteFilters.Read(rule),
            [.. backends.Select(WeightedBackend.Read)],
            request > TimeSpan.Zero ? request : null,
            backendRequest > TimeSpan.Zero ? backendRequest : null,
            HttpRouteRetry.Read(rule),
            rule.NotSimulated("sessionPersistence"));
        CheckFilters(rule, read);
        rule.End();
        return read;
    }

    private static void CheckFilters(Fields rule, HttpRouteRule read)
    {
        if (read.Filters.Redirect is not null && read.Backends.Count > 0)
        {
            rule.Error("backendRefs", "a rule that redirects has no backends; remove one of the two");
        }

        var filters = read.Backends.Select(backend => backend.Filters).Prepend(read.Filters);
        if (filters.Any(filter => filter.ReplacesPrefix) && read.Matches is not [{ Uri.Prefix: not null }])
        {
            rule.Error("matches", "ReplacePrefixMatch needs exactly one match, of path type PathPrefix; "
                + "split the rule, or write ReplaceFullPath");
        }
    }
}
