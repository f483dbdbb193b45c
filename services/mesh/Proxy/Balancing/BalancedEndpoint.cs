using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>An endpoint of an upstream. Envoy calls it a host.</summary>
/// <param name="Weight">Of all entries with this address and priority together, at least 1.</param>
internal sealed record BalancedEndpoint(UpstreamEndpoint Endpoint, int Weight, EndpointMemory Memory)
{
    public static IReadOnlyList<BalancedEndpoint> Of(Upstream upstream, UpstreamMemory memory) =>
    [
        .. upstream.Endpoints
            .GroupBy(endpoint => (endpoint.Address, endpoint.Sni, endpoint.Priority))
            .Select(same => new BalancedEndpoint(
                same.First(),
                Math.Max(1, same.Sum(endpoint => endpoint.Weight)),
                memory.Of(same.First()))),
    ];

    public bool IsAmong(IReadOnlyList<UpstreamEndpoint> tried)
    {
        foreach (var one in tried)
        {
            if (one.Address == Endpoint.Address && one.Sni == Endpoint.Sni)
            {
                return true;
            }
        }

        return false;
    }
}
