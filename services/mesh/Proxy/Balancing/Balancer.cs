using System.Runtime.CompilerServices;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Chooses the endpoint of each try, for one client.</summary>
internal sealed class Balancer(TimeProvider? time = null, Random? random = null)
{
    private readonly Random _random = random ?? Random.Shared;
    private readonly ClientMemory _memory = new(new(time ?? TimeProvider.System));
    private readonly ConditionalWeakTable<Upstream, BalancedUpstream> _upstreams = [];

    /// <summary>For upstreams without limits: where a request would have to wait, this one refuses it.</summary>
    /// <param name="tried">Endpoints that this request has tried already; others are preferred.</param>
    /// <returns>A lease, or the answer to give instead.</returns>
    public (EndpointLease? Lease, LocalReply? Refusal) Lease(
        Upstream upstream, HttpContext context, IReadOnlyList<UpstreamEndpoint> tried)
    {
        var balanced = Of(upstream);
        return balanced.Choose(context, tried, _random) is not { } endpoint
            ? (null, LocalReply.NoHealthyUpstream)
            : balanced.Limits is { } limits && !limits.TryEnter(endpoint.Memory, tried.Count > 0)
                ? (null, LocalReply.Overflow)
                : (new(balanced, endpoint, tried.Count > 0), null);
    }

    /// <summary>Waits for a connection where the limits allow to, first come, first served.</summary>
    /// <inheritdoc cref="Lease"/>
    /// <exception cref="OperationCanceledException">It was cancelled while it waited.</exception>
    public ValueTask<(EndpointLease? Lease, LocalReply? Refusal)> LeaseAsync(
        Upstream upstream, HttpContext context, IReadOnlyList<UpstreamEndpoint> tried, CancellationToken cancellation)
    {
        var balanced = Of(upstream);
        return balanced.Limits is null
            ? new(Lease(upstream, context, tried))
            : WaitAsync(balanced, context, tried, cancellation);
    }

    /// <summary>
    /// Whether a retry is within <c>maxRetries</c> now. Else Envoy passes on the answer that it has.
    /// </summary>
    public bool CanRetry(Upstream upstream) => Of(upstream).Limits?.AllowsRetry ?? true;

    private async ValueTask<(EndpointLease? Lease, LocalReply? Refusal)> WaitAsync(
        BalancedUpstream upstream,
        HttpContext context,
        IReadOnlyList<UpstreamEndpoint> tried,
        CancellationToken cancellation)
    {
        if (upstream.Choose(context, tried, _random) is not { } endpoint)
        {
            return (null, LocalReply.NoHealthyUpstream);
        }

        return await upstream.Limits!.EnterAsync(endpoint.Memory, tried.Count > 0, cancellation)
            ? (new(upstream, endpoint, tried.Count > 0), null)
            : (null, LocalReply.Overflow);
    }

    private BalancedUpstream Of(Upstream upstream) =>
        _upstreams.TryGetValue(upstream, out var known) ? known : Adopt(upstream);

    private BalancedUpstream Adopt(Upstream upstream)
    {
        lock (_memory)
        {
            return _upstreams.GetValue(upstream, one => new(one, _memory.Of(one)));
        }
    }
}
