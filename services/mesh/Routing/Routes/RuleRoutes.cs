using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Where routes are made for: a port of a gateway, or a port that in-mesh clients dial.</summary>
/// <param name="Port">Of the Gateway's server, or the service.</param>
/// <param name="Gateway">The name by which match blocks may call it: of the Gateway, or <c>mesh</c>.</param>
internal sealed record RoutePlace(MeshClient Client, int Port, string Gateway, Upstreams Upstreams);

/// <summary>Makes routes of the rules of one VirtualService, for one client and port.</summary>
/// <remarks>Source: Istio's <c>BuildHTTPRoutesForVirtualService</c> and <c>TranslateRoute</c>.</remarks>
internal sealed class RuleRoutes(VirtualService service, RoutePlace place)
{
    private readonly List<MeshRoute> _routes = [];
    private readonly List<UnusedRule> _unused = [];
    private bool _isClosed;

    public static ServiceRoutes Of(VirtualService service, RoutePlace place)
    {
        var routes = new RuleRoutes(service, place);
        foreach (var rule in service.Http)
        {
            routes.Add(rule);
        }

        return new(service, routes._routes, routes._unused);
    }

    private void Add(HttpRule rule)
    {
        if (rule.Match.Count == 0)
        {
            Add(rule, null);
        }

        foreach (var match in rule.Match)
        {
            Add(rule, match);
        }
    }

    private void Add(HttpRule rule, HttpMatch? match)
    {
        if (WhyNot(match) is { } reason)
        {
            _unused.Add(new(rule, match, reason));
            return;
        }

        var route = RouteOf(rule, match);
        _routes.Add(route);

        // What a VirtualService has behind it is unreachable, and Istio makes no route of it.
        _isClosed |= match is null || route.Match.IsCatchAll;
    }

    /// <summary>Conditions on the client are looked at here, not for each request.</summary>
    /// <remarks>Source: Istio's <c>sourceMatchHTTP</c>: gateways, if given, replace labels and namespace.</remarks>
    private string? WhyNot(HttpMatch? match)
    {
        if (_isClosed)
        {
            return "stands behind a rule of the same VirtualService that takes everything";
        }

        if (match is null)
        {
            return null;
        }

        if (match.Port != 0 && match.Port != place.Port)
        {
            return $"is for port {match.Port}, this is {place.Port}";
        }

        if (match.Gateways.Count > 0)
        {
            return match.Gateways.Contains(place.Gateway)
                ? null
                : $"is for gateway {string.Join(", ", match.Gateways)}, this is {place.Gateway}";
        }

        if (!place.Client.Labels.Contains(match.SourceLabels))
        {
            var labels = string.Join(", ", match.SourceLabels.Select(label => $"{label.Key}={label.Value}"));
            return $"is for clients labelled {labels}";
        }

        return match.SourceNamespace is { Length: > 0 } space && space != place.Client.Namespace
            ? $"is for clients in namespace {space}, this one is in {place.Client.Namespace}"
            : null;
    }

    private MeshRoute RouteOf(HttpRule rule, HttpMatch? written)
    {
        var match = RouteMatch.Of(written, service.HasGatewaySemantics);
        var only = rule.Route is [var single] ? single : null;
        return new(
            NameOf(rule, written),
            service.HasGatewaySemantics ? rule.Owner ?? service.Metadata : service.Metadata,
            rule,
            match,
            ActionOf(rule, match))
        {
            Origin = written?.Origin ?? rule.Origin,

            // A single destination's operations join the rule's; those of several come before them, when one is drawn.
            RequestHeaders = HeaderChanges.Of(rule.Headers?.Request).Then(HeaderChanges.Of(only?.Headers?.Request)),
            ResponseHeaders = HeaderChanges.Of(rule.Headers?.Response).Then(HeaderChanges.Of(only?.Headers?.Response)),
        };
    }

    private static string NameOf(HttpRule rule, HttpMatch? match) =>
        string.IsNullOrEmpty(match?.Name) ? rule.Name ?? "" : $"{rule.Name}.{match.Name}";

    /// <summary>A redirect comes before a direct response, and that before a route.</summary>
    private RouteAction? ActionOf(HttpRule rule, RouteMatch match) => rule switch
    {
        { Redirect: { } redirect } => redirect.Code is 301 or 302 or 303 or 307 or 308
            ? new RedirectAction(
                redirect,
                place.Port,
                redirect.PrefixRewrite is { } prefix
                    ? PathRewrite.OfPrefix(prefix, match.Path, service.HasGatewaySemantics)
                    : null)
            : null,
        { DirectResponse: { } response } => new RespondAction(response.Status, response.Body ?? default),
        _ => Forward(rule, match),
    };

    private ForwardAction Forward(HttpRule rule, RouteMatch match)
    {
        var only = rule.Route.Count == 1;
        return new(
            new(only
                ? [DestinationOf(rule.Route[0], 1, isOnly: true)] // gets everything, whatever its weight
                : [.. rule.Route.Where(route => route.Weight > 0)
                    .Select(route => DestinationOf(route, route.Weight, isOnly: false))]),
            PathRewrite.Of(rule.Rewrite, match.Path, service.HasGatewaySemantics),
            rule.Rewrite?.Authority is { Length: > 0 } authority
                ? authority
                : HeaderChanges.AuthorityOf(rule.Headers?.Request),
            rule.Timeout,
            RetryPolicy.Of(rule.Retries),
            [.. (rule.Mirrors ?? []).Select(MirrorOf)],
            service.HasGatewaySemantics ? 500 : 503);
    }

    private SplitDestination DestinationOf(RouteDestination route, int weight, bool isOnly)
    {
        var (host, subset, port) = Resolve(route.Destination);
        return new(
            host,
            subset,
            port,
            weight,
            place.Upstreams.Find(host, subset, port),
            isOnly ? HeaderChanges.None : HeaderChanges.Of(route.Headers?.Request),
            isOnly ? HeaderChanges.None : HeaderChanges.Of(route.Headers?.Response),
            HeaderChanges.AuthorityOf(route.Headers?.Request));
    }

    private MirrorTarget MirrorOf(Mirror mirror)
    {
        var (host, subset, port) = Resolve(mirror.Destination);
        return new(host, subset, port, mirror.Percent, place.Upstreams.Find(host, subset, port));
    }

    /// <remarks>Source: Istio's <c>GetDestinationCluster</c>.</remarks>
    private (string Host, string? Subset, int Port) Resolve(Destination destination) => (
        destination.Host,
        destination.Subset is { Length: > 0 } subset ? subset : null,
        destination.Port
            ?? (place.Upstreams.Service(destination.Host) is { Ports: [var only] } ? only.Number : place.Port));
}

/// <summary>What one VirtualService does at one place.</summary>
internal sealed record ServiceRoutes(
    VirtualService Service, IReadOnlyList<MeshRoute> Routes, IReadOnlyList<UnusedRule> Unused);

/// <summary>A rule, or one of its match blocks, that makes no route for this client.</summary>
/// <param name="Reason">Goes on after "it".</param>
public sealed record UnusedRule(HttpRule Rule, HttpMatch? Match, string Reason);
