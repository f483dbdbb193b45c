namespace ColorDemo.Mesh.Proxy;

/// <summary>Each one's share is its weight over its requests under way, plus one.</summary>
/// <remarks>
/// Source: Envoy's <c>LeastRequestLoadBalancer::hostWeight</c> with its default bias of 1. Envoy schedules by these
/// weights, this draws by them: in the long run the shares are the same, and no queue has to be locked.
/// </remarks>
internal sealed class WeightedLeastRequest(BalancedEndpoint[] endpoints) : EndpointChoice
{
    public override BalancedEndpoint Next(ulong? hash, Random random)
    {
        var chosen = endpoints[0];
        double sum = 0;
        foreach (var endpoint in endpoints)
        {
            // One pass: weights may change while they are read.
            var weight = (double)endpoint.Weight / (Math.Max(0, endpoint.Memory.Active) + 1);
            sum += weight;
            if (random.NextDouble() * sum < weight)
            {
                chosen = endpoint;
            }
        }

        return chosen;
    }
}
