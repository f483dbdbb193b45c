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
    /// <summary>The delegate or HTTPRoute that it stands in, when that is not the VirtualService itself.</summary>
    public Metadata? Owner { get; init; }

    internal static HttpRule Read(Metadata metadata, Fields rule)
    {
        var rewrite = rule.Object("rewrite");
        var fault = rule.Object("fault");
        var read = new HttpRule(
            rule.Path,
            rule.Origin,
            rule.Text("name"),
            [.. rule.Objects("match").Select(match => HttpMatch.Read(metadata, match))],
            [.. rule.Objects("route").Select(route => RouteDestination.Read(metadata, route))],
            null,
            null,
            null,
            rewrite is null ? null : new(rewrite.Text("uri"), rewrite.Text("authority"), null),
            fault is null ? null : new(null, new(
                fault.Object("abort")?.Object("percentage")?.Number("value") ?? 0,
                fault.Object("abort")?.WholeNumber("httpStatus", 200, 600) ?? 500,
                null)),
            rule.Duration("timeout"),
            null,
            null,
            null,
            Headers.Read(rule.Object("headers")),
            []);
        return read;
    }
}

/// <summary>A VirtualService without hosts, whose rules take this rule's place. Istio <c>Delegate</c>.</summary>
public sealed record DelegateReference(string Name, string Namespace);
