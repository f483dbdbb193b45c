using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Explain;

/// <summary>Shows parts of a decision in the words of the contract.</summary>
internal static class Views
{
    /// <summary>Of a Gateway of the Gateway API, Istio makes one for each listener: <c>name~…~listener</c>.</summary>
    public static string? Of(Metadata? gateway) => gateway?.ToString().Split('~')[0];

    public static FaultView? Of(Fault? fault) => fault is null
        ? null
        : new(
            fault.Delay is { } delay ? new((long)delay.Duration.TotalMilliseconds, delay.Percent) : null,
            fault.Abort is { } abort ? new(abort.Status, abort.Percent) : null);

    public static IReadOnlyList<MirrorView>? Of(IReadOnlyList<MirrorTarget> mirrors) => mirrors.Count == 0
        ? null
        : [.. mirrors.Select(one => new MirrorView(one.Host, one.Subset, one.Port, one.Percent))];

    public static RetriesView Of(RetryPolicy retries) => new(
        retries.Attempts, retries.RetryOn, (long?)retries.PerTryTimeout?.TotalMilliseconds, retries.StatusCodes);

    public static PolicyView? Of(UpstreamPolicy? policy) => policy is null
        ? null
        : new(
            policy.ConsistentHash is null ? policy.LoadBalancer : null,
            policy.ConnectionPool?.MaxConnections,
            policy.Tls);

    public static AffinityView? Of(ConsistentHash? hash) => hash switch
    {
        { HttpHeaderName: { } name } => new("header", name.ToLowerInvariant()),
        { HttpCookie: { } cookie } => new("cookie", cookie.Name),
        { HttpQueryParameterName: { } name } => new("query", name),
        { UseSourceIp: true } => new("source", null),
        _ => null,
    };

    /// <summary>An answer of the proxy itself, with the rule's own changes.</summary>
    public static ResponseView Response(
        MeshRoute route, IReadOnlyDictionary<string, string> own, string? body, CorsAnswer? cors = null)
    {
        var headers = new ChangedHeaders(new HeaderDictionary());
        headers.Set(own);
        headers.Apply(route.ResponseHeaders);
        headers.Set(cors?.Headers);
        return new(headers.Values, headers.Removed, body);
    }
}
