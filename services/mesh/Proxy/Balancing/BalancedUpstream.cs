using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>An upstream of one snapshot, with what is remembered of its endpoints.</summary>
internal sealed class BalancedUpstream
{
    /// <summary>Envoy <c>host_selection_retry_max_attempts</c>, as Istio sets it.</summary>
    private const int Redraws = 5;

    private readonly UpstreamPolicy _policy;
    private readonly UpstreamMemory _memory;
    private readonly IReadOnlyList<BalancedEndpoint> _endpoints;
    private readonly Outliers? _outliers;
    private volatile Availability _availability;

    public BalancedUpstream(Upstream upstream, UpstreamMemory memory)
    {
        _policy = upstream.Policy;
        _memory = memory;
        _endpoints = BalancedEndpoint.Of(upstream, memory);
        _outliers = _policy.OutlierDetection is { } rule
            ? new(rule, memory, [.. _endpoints.Select(endpoint => endpoint.Memory).Distinct()])
            : null;
        Limits = _policy.ConnectionPool is { } pool && ConnectionLimits.AreIn(pool) ? new(pool, memory) : null;
        _availability = new(_endpoints, _policy, memory);
    }

    /// <summary>Null when nothing is limited.</summary>
    public ConnectionLimits? Limits { get; }

    public bool ClosesConnections => _policy.ConnectionPool?.MaxRequestsPerConnection == 1;

    public void Report(BalancedEndpoint endpoint, int? status) => _outliers?.Report(endpoint.Memory, status);

    /// <returns>Null when none is healthy.</returns>
    public BalancedEndpoint? Choose(HttpContext context, IReadOnlyList<UpstreamEndpoint> tried, Random random)
    {
        _outliers?.SweepWhenDue();
        var availability = _availability;
        if (availability.Version != _memory.HealthVersion)
        {
            _availability = availability = new(_endpoints, _policy, _memory);
        }

        var hash = _policy.ConsistentHash is { } key ? RequestHash.Of(key, context) : null;
        var chosen = availability.Next(hash, random);
        return tried.Count == 0 || chosen is null ? chosen : Another(chosen, availability, hash, tried, random);
    }

    private static BalancedEndpoint? Another(
        BalancedEndpoint chosen,
        Availability availability,
        ulong? hash,
        IReadOnlyList<UpstreamEndpoint> tried,
        Random random)
    {
        for (var redraw = 1UL; chosen.IsAmong(tried); redraw++)
        {
            if (redraw > Redraws)
            {
                return availability.Besides(tried, chosen); // where Envoy would leave it to chance
            }

            // Of a hash ring the same hash would give the same endpoint: Envoy's ThreadAwareLoadBalancerBase.
            chosen = availability.Next(hash is { } one ? one ^ (ulong.MaxValue - redraw + 1) : null, random)!;
        }

        return chosen;
    }
}
