namespace ColorDemo.Mesh.Proxy;

/// <summary>Any, by weight alone.</summary>
internal sealed class WeightedRandom : EndpointChoice
{
    private readonly BalancedEndpoint[] _endpoints;
    private readonly long[] _ends;

    public WeightedRandom(BalancedEndpoint[] endpoints)
    {
        _endpoints = endpoints;
        _ends = new long[endpoints.Length];
        long sum = 0;
        for (var index = 0; index < endpoints.Length; index++)
        {
            _ends[index] = sum += endpoints[index].Weight;
        }
    }

    public override BalancedEndpoint Next(ulong? hash, Random random)
    {
        var drawn = random.NextInt64(_ends[^1]);
        var found = Array.BinarySearch(_ends, drawn + 1);
        return _endpoints[found < 0 ? ~found : found];
    }
}
