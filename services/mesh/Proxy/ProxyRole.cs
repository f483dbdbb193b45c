namespace ColorDemo.Mesh.Proxy;

/// <summary>Which of Istio's proxies is played, as far as their headers differ.</summary>
/// <param name="Server">What it calls itself, over the upstream's own name; null when it only passes bytes on.</param>
/// <param name="KnowsClient">It is the first proxy, so the address that it sees is the client's.</param>
internal sealed record ProxyRole(string? Server, bool KnowsClient)
{
    public static ProxyRole Gateway { get; } = new("istio-envoy", true);

    public static ProxyRole Sidecar { get; } = new("envoy", false);

    /// <summary>An east-west gateway, or a sidecar in front of something that is not HTTP.</summary>
    public static ProxyRole Tunnel { get; } = new(null, false);
}
