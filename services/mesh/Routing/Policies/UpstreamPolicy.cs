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

    /// <summary>A policy of the port replaces all blocks of its level; a subset's blocks win over the rule's.</summary>
    /// <remarks>Source: Istio's <c>util.MergeTrafficPolicy</c>.</remarks>
    internal static UpstreamPolicy Of(MergedRule? rule, Subset? subset, int port)
    {
        var general = PortPolicy(rule?.TrafficPolicy, port) ?? rule?.TrafficPolicy;
        var own = subset?.TrafficPolicy;
        return PortPolicy(own, port) is { } ofPort
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
