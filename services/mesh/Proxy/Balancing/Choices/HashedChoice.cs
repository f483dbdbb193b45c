namespace ColorDemo.Mesh.Proxy;

/// <summary>The endpoint that the request's key belongs to; any for a request without the key.</summary>
internal sealed class HashedChoice(BalancedEndpoint[] endpoints, HashTable table) : EndpointChoice
{
    public override BalancedEndpoint Next(ulong? hash, Random random) =>
        endpoints[table.Find(hash ?? (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
}
