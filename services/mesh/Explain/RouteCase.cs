using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>A request that has reached a table of routes.</summary>
internal sealed class RouteCase(MeshQuestion question, MeshRequest request, RouteTable table, string where)
{
    private readonly List<string> _reasons = [where];

    public Explanation Explain()
    {
        if (table.HostOf(request) is not { } host)
        {
            _reasons.Add($"Nobody serves host {request.Host}; served are "
                + $"{string.Join(", ", table.Hosts.SelectMany(one => one.Domains).DefaultIfEmpty("none"))}.");
            return Unknown(question, table.Unknown, _reasons);
        }

        _reasons.Add($"Host {request.Host} is served as {string.Join(", ", host.Domains)}.");
        if (host.RequiresTls && request.Scheme == "http")
        {
            _reasons.Add("Its server redirects everything to https.");
            return Answer(Outcomes.Redirect, 301) with
            {
                Gateway = Views.Of(host.Gateway),
                Response = Location($"https://{request.Authority}{request.Path}{request.Query}"),
            };
        }

        var route = host.Match(request);
        Compare(host, route);
        return route is null
            ? Answer(Outcomes.NoRoute, 404, "NR") with { Gateway = Views.Of(host.Gateway) }
            : Take(route) with
            {
                Route = route.Name.Length > 0 ? route.Name : null,
                Gateway = Views.Of(route.Gateway),
                VirtualService = route.Owner?.ToString(),
                Fault = Views.Of(route.Fault),
                Unsupported = UnsupportedOf(route),
            };
    }

    public static Explanation Unknown(
        MeshQuestion question, UnknownHost unknown, IReadOnlyList<string> reasons) => unknown switch
        {
            UnknownHost.PassThrough => new()
            {
                Name = question.Name,
                Outcome = Outcomes.Passthrough,
                Route = "allow_any",
                Reasons = [.. reasons, "It goes where the client dialled, as without a mesh."],
            },
            UnknownHost.Refuse => new()
            {
                Name = question.Name,
                Outcome = Outcomes.DirectResponse,
                Status = 502,
                Route = "block_all",
                Reasons = [.. reasons, "The mesh lets nothing out that it does not know (REGISTRY_ONLY)."],
            },
            _ => new()
            {
                Name = question.Name,
                Outcome = Outcomes.NoRoute,
                Status = 404,
                Flag = "NR",
                Reasons = reasons,
            },
        };

    /// <summary>In Envoy's order: faults, CORS, then the route's action.</summary>
    private Explanation Take(MeshRoute route)
    {
        if (route.Fault?.Abort is { Percent: >= 100 } abort)
        {
            _reasons.Add("Every request is aborted by the rule's fault.");
            return Aborted(abort, route);
        }

        var cors = CorsAnswer.Of(route.CorsPolicy, request);
        if (cors is { IsPreflight: true })
        {
            _reasons.Add("It is a CORS preflight, answered by the rule's corsPolicy.");
            return Answer(Outcomes.CorsPreflight, 200) with { Response = new(cors.Headers, [], null) };
        }

        return route.Action switch
        {
            RedirectAction redirect => Answer(Outcomes.Redirect, redirect.Status) with
            {
                Response = Views.Response(
                    route, Location(redirect.LocationOf(request)).Headers, null, cors),
            },
            RespondAction respond => Answer(Outcomes.DirectResponse, respond.Status) with
            {
                Response = Views.Response(
                    route,
                    new Dictionary<string, string>(),
                    System.Text.Encoding.UTF8.GetString(respond.Body.Span),
                    cors),
            },
            ForwardAction forward => new ForwardCase(question, request, _reasons).To(route, forward, cors),
            _ => Answer(Outcomes.NoRoute, 404, "NR"),
        };
    }

    private Explanation Aborted(AbortFault abort, MeshRoute route) =>
        Answer(Outcomes.FaultAbort, abort.Status, "FI") with
        {
            Response = Views.Response(
            route,
            abort.GrpcStatus is { } grpc
                ? new Dictionary<string, string> { ["grpc-status"] = $"{grpc}" }
                : new Dictionary<string, string>(),
            "fault filter abort"),
        };

    private static ResponseView Location(string location) =>
        new(new Dictionary<string, string> { ["location"] = location }, [], null);

    private Explanation Answer(string outcome, int status, string? flag = null) =>
        new() { Name = question.Name, Outcome = outcome, Status = status, Flag = flag, Reasons = _reasons };

    private void Compare(VirtualHost host, MeshRoute? taken)
    {
        foreach (var route in host.Routes.TakeWhile(route => route != taken))
        {
            _reasons.Add($"{Shown(route)} does not match: {Mismatch.Of(route.Match, request)}.");
        }

        _reasons.AddRange(host.Unused.Select(unused =>
            $"{unused.Match?.Origin ?? unused.Rule.Origin} {unused.Rule.Name ?? unused.Rule.Field} {unused.Reason}."));
        _reasons.Add(taken is null ? "No route matches: 404." : $"{Shown(taken)} matches ({taken.Match}).");
    }

    private static string Shown(MeshRoute route) => route.Rule is { } rule
        ? $"{route.Origin} {(route.Name.Length > 0 ? route.Name : rule.Field)} of {route.Owner}"
            + (rule.Owner is { } owner && owner != route.Owner ? $", which {owner} holds" : "")
        : "The default route of the service";

    private static IReadOnlyList<string>? UnsupportedOf(MeshRoute route)
    {
        string[] fields =
        [
            .. route.Rule?.Unsupported ?? [],
            .. route.Rule?.Match
                .Where(match => match.Origin == route.Origin)
                .SelectMany(match => match.Unsupported) ?? [],
        ];
        return fields.Length > 0 ? [.. fields.Distinct()] : null;
    }
}
