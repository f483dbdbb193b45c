namespace ColorDemo.Mesh.Proxy;

/// <summary>One after the other, the heavier ones more often but not several times in a row.</summary>
/// <remarks>The order is worked out before: then a turn is one atomic addition.</remarks>
internal sealed class RoundRobin : EndpointChoice
{
    /// <summary>Of the order; weights that need a longer one are rounded.</summary>
    private const int Longest = 4096;

    private readonly BalancedEndpoint[] _order;
    private uint _turn = (uint)Random.Shared.Next(); // else each reload would favor the first one

    public RoundRobin(BalancedEndpoint[] endpoints)
    {
        var weights = Reduce(endpoints);
        var sum = weights.Sum();
        var credits = new int[weights.Length];
        _order = new BalancedEndpoint[sum];
        for (var turn = 0; turn < sum; turn++)
        {
            var best = 0;
            for (var index = 0; index < weights.Length; index++)
            {
                credits[index] += weights[index];
                best = credits[index] > credits[best] ? index : best;
            }

            credits[best] -= sum;
            _order[turn] = endpoints[best];
        }
    }

    public override BalancedEndpoint Next(ulong? hash, Random random) =>
        _order[Interlocked.Increment(ref _turn) % (uint)_order.Length];

    private static int[] Reduce(BalancedEndpoint[] endpoints)
    {
        var divisor = endpoints.Aggregate(0, (divisor, endpoint) => Common(divisor, endpoint.Weight));
        var sum = endpoints.Sum(endpoint => (long)endpoint.Weight / divisor);
        return sum <= Longest
            ? [.. endpoints.Select(endpoint => endpoint.Weight / divisor)]
            : [.. endpoints.Select(endpoint =>
                Math.Max(1, (int)((double)endpoint.Weight / divisor * Longest / sum)))];
    }

    private static int Common(int one, int other) => other == 0 ? one : Common(other, one % other);
}
