namespace ColorDemo.Mesh.Proxy;

/// <summary>The less busy one of two that are drawn. Envoy's <c>unweightedHostPick</c>.</summary>
internal sealed class LeastRequest(BalancedEndpoint[] endpoints) : EndpointChoice
{
    public override BalancedEndpoint Next(ulong? hash, Random random)
    {
        var one = endpoints[random.Next(endpoints.Length)];
        var other = endpoints[random.Next(endpoints.Length)];
        return other.Memory.Active < one.Memory.Active ? other : one;
    }
}
