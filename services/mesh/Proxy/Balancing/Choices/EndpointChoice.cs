using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Gives one of the endpoints of one priority.</summary>
internal abstract class EndpointChoice
{
    /// <param name="hash">Of the request's key; absent without one.</param>
    public abstract BalancedEndpoint Next(ulong? hash, Random random);

    /// <param name="endpoints">At least one.</param>
    public static EndpointChoice Of(
        BalancedEndpoint[] endpoints, UpstreamPolicy policy, UpstreamMemory memory, int priority) => policy switch
        {
            { ConsistentHash: { } key } => new HashedChoice(endpoints, HashTable.Of(endpoints, key, memory, priority)),
            { LoadBalancer: "ROUND_ROBIN" } => new RoundRobin(endpoints),
            { LoadBalancer: "LEAST_REQUEST" } when endpoints.DistinctBy(one => one.Weight).Count() == 1 =>
                new LeastRequest(endpoints),

            // Shares of localities are exact, however busy their endpoints are.
            { LoadBalancer: "LEAST_REQUEST", Locality: not { IsEnabled: true, Distribute.Count: > 0 } } =>
                new WeightedLeastRequest(endpoints),
            _ => new WeightedRandom(endpoints),
        };
}
