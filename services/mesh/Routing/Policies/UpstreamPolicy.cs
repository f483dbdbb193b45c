using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>How an upstream's endpoints are used, with Istio's defaults filled in.</summary>
/// <param name="LoadBalancer">LEAST_REQUEST, ROUND_ROBIN, RANDOM or PASSTHROUGH; not used with a hash.</param>
/// <param name="Tls">Istio's mode; null means automatic.</param>
public sealed record UpstreamPolicy(
    string LoadBalancer,
    ConsistentHash? ConsistentHash,
    LocalityLoadBalancing? Locality,
    ConnectionPool? ConnectionPool,
    OutlierDetection? OutlierDetection,
    string? Tls)
{
    /// <summary>Across networks a connection is mutual TLS; another setting cuts those endpoints off.</summary>
    public bool CrossesNetworks => Tls is null or "ISTIO_MUTUAL";

    /// <summary>A subset's blocks win over the rule's; a policy of the port replaces all of them.</summary>
    /// <remarks>Source: Istio's <c>util.MergeSubsetTrafficPolicy</c> and <c>selectTrafficPolicyComponents</c>.</remarks>
    internal static UpstreamPolicy Of(MergedRule? rule, Subset? subset, int port)
    {
        var general = rule?.TrafficPolicy;
        var own = subset?.TrafficPolicy;
        var ofPort = PortPolicy(own, port) ?? PortPolicy(general, port);
        return ofPort is not null
            ? Of(ofPort.LoadBalancer, ofPort.ConnectionPool, ofPort.OutlierDetection, ofPort.Tls)
            : Of(
                own?.LoadBalancer ?? general?.LoadBalancer,
                own?.ConnectionPool ?? general?.ConnectionPool,
                own?.OutlierDetection ?? general?.OutlierDetection,
                own?.Tls ?? general?.Tls);
    }

    private static TrafficPolicy? PortPolicy(TrafficPolicy? policy, int port) =>
        policy?.Ports.FirstOrDefault(one => one.Port == port)?.Policy;

    private static UpstreamPolicy Of(
        LoadBalancer? balancer, ConnectionPool? pool, OutlierDetection? outliers, ClientTls? tls) => new(
            balancer?.Simple ?? "LEAST_REQUEST",
            balancer?.ConsistentHash,
            balancer?.Locality,
            pool,
            outliers,
            tls?.Mode);
}
