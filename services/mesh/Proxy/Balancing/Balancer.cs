using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Chooses the endpoint of each try.</summary>
internal sealed class Balancer
{
    private readonly Random _random = Random.Shared;

    /// <param name="tried">Endpoints that this request has tried already; others are preferred.</param>
    /// <returns>A lease, or the answer to give instead.</returns>
    public (EndpointLease? Lease, LocalReply? Refusal) Lease(
        Upstream upstream, HttpContext context, IReadOnlyList<UpstreamEndpoint> tried)
    {
        var left = upstream.Endpoints.Except(tried).ToList();
        var from = left.Count > 0 ? left : upstream.Endpoints;
        return from.Count == 0
            ? (null, LocalReply.NoHealthyUpstream)
            : (new(from[_random.Next(from.Count)]), null);
    }
}
