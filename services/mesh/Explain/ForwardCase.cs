using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>A request that goes on to an upstream.</summary>
internal sealed class ForwardCase(MeshQuestion question, MeshRequest request, IReadOnlyList<string> reasons)
{
    public Explanation ToUpstream(Upstream upstream) => Summary(
        [Shares.Of(upstream.Host, upstream.Subset, upstream.Port, 100, upstream, 503)], upstream.Policy);

    public Explanation To(MeshRoute route, ForwardAction action, CorsAnswer? cors)
    {
        var shares = action.Split.Destinations
            .Select(one => Shares.Of(
                one.Host,
                one.Subset,
                one.Port,
                action.Split.PercentOf(one),
                one.Upstream,
                action.UnknownUpstreamStatus))
            .ToList();
        var first = action.Split.Destinations[0];
        IReadOnlyList<string> remarks = action.Split.Destinations.Any(one => !one.HasChangesOf(first))
            ? ["Destinations change headers each in its own way: those of the first one are shown."]
            : [];
        var delay = route.Fault?.Delay is { Percent: >= 100 };
        var summary = Summary(shares, first.Upstream?.Policy);
        return summary with
        {
            Flag = summary.Flag ?? (delay ? "DI" : null),
            Reasons = [.. reasons, .. remarks],
            Upstream = UpstreamOf(route, action, first),
            Response = ResponseOf(route, first, cors),
            Mirrors = Views.Of(action.Mirrors),
            TimeoutMs = (long?)action.Timeout?.TotalMilliseconds,
            Retries = Views.Of(action.Retries),
            Affinity = Views.Of(first.Upstream?.Policy.ConsistentHash),
        };
    }

    private Explanation Summary(List<Share> shares, UpstreamPolicy? policy)
    {
        var failing = shares.All(share => share.Status is not null) ? shares[0] : null;
        return new()
        {
            Name = question.Name,
            Outcome = failing switch
            {
                null => Outcomes.Forwarded,
                { Flag: "NC" } => Outcomes.NoCluster,
                _ => Outcomes.NoHealthyUpstream,
            },
            Status = failing?.Status,
            Flag = failing?.Flag,
            Distribution = shares,
            Policy = Views.Of(policy),
            Reasons = reasons,
        };
    }

    private UpstreamView UpstreamOf(MeshRoute route, ForwardAction action, SplitDestination first)
    {
        var path = action.Path?.Apply(request.Path) ?? request.Path;
        var headers = new ChangedHeaders(request.Headers);
        if (action.Path is not null) // Envoy tells it even of a rewrite that changes nothing
        {
            headers.Set("x-envoy-original-path", request.Path + request.Query);
        }

        headers.Apply(first.Request);
        headers.Apply(route.RequestHeaders);
        return new(
            path + request.Query,
            action.Authority ?? first.Authority ?? request.Authority,
            headers.Values,
            headers.Removed);
    }

    private static ResponseView? ResponseOf(MeshRoute route, SplitDestination first, CorsAnswer? cors)
    {
        var headers = new ChangedHeaders([]);
        headers.Apply(first.Response);
        headers.Apply(route.ResponseHeaders);
        headers.Set(cors?.Headers); // last, as Envoy's filter does
        return headers.Values.Count == 0 && headers.Removed.Count == 0
            ? null
            : new(headers.Values, headers.Removed, null);
    }
}
