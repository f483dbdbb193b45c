namespace ColorDemo.Mesh.Istio;

/// <summary>Conditions, and what becomes of a request that meets one of them. Istio <c>HTTPRoute</c>.</summary>
/// <param name="Field">Where the rule stands in its VirtualService, for example <c>spec.http[0]</c>.</param>
/// <param name="Match">Any one of them suffices; empty matches everything.</param>
/// <param name="Route">Empty when it redirects, answers itself, or delegates.</param>
/// <param name="Timeout">Absent: none.</param>
/// <param name="Retries">Absent: Istio's default.</param>
/// <param name="Mirrors">Null when the rule says nothing of mirrors.</param>
/// <param name="Unsupported">Paths of fields that are set and that the mesh does not simulate.</param>
public sealed record HttpRule(
    string Field,
    Origin Origin,
    string? Name,
    IReadOnlyList<HttpMatch> Match,
    IReadOnlyList<RouteDestination> Route,
    Redirect? Redirect,
    DirectResponse? DirectResponse,
    DelegateReference? Delegate,
    Rewrite? Rewrite,
    Fault? Fault,
    TimeSpan? Timeout,
    Retries? Retries,
    IReadOnlyList<Mirror>? Mirrors,
    CorsPolicy? CorsPolicy,
    Headers? Headers,
    IReadOnlyList<string> Unsupported)
{
    /// <summary>The HTTPRoute that it stands in; a delegate's rule belongs to its root, as in Istio.</summary>
    public Metadata? Owner { get; init; }

    internal static HttpRule Read(RuleScope scope, Fields rule)
    {
        RuleActions.Check(rule, scope);
        List<string> unsupported = [];
        var read = new HttpRule(
            rule.Path,
            rule.Origin,
            rule.Text("name"),
            [.. rule.Objects("match").Select(match => HttpMatch.Read(scope, match))],
            RouteDestination.ReadAll(scope.Metadata, rule),
            Redirect.Read(rule.Object("redirect")),
            DirectResponse.Read(rule.Object("directResponse")),
            DelegateReference.Read(scope.Metadata, rule.Object("delegate")),
            Rewrite.Read(rule.Object("rewrite")),
            Fault.Read(rule.Object("fault")),
            rule.Duration("timeout"),
            Retries.Read(rule.Object("retries"), unsupported),
            Mirror.ReadAll(scope.Metadata, rule),
            CorsPolicy.Read(rule.Object("corsPolicy")),
            Headers.Read(rule.Object("headers")),
            unsupported);
        RouteDestination.CheckTotal(rule, read.Route.Select(route => route.Weight));
        RuleActions.CheckAuthority(rule, read);
        RuleActions.CheckPrefixRewrite(rule, read);
        rule.End();
        return read;
    }
}
