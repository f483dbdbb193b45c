namespace ColorDemo.Mesh.Istio;

/// <summary>Opens ports on gateway workloads. Istio <c>Gateway</c>, networking.istio.io/v1.</summary>
/// <param name="Selector">Every label must be on the gateway's pod; empty selects every gateway.</param>
public sealed record Gateway(
    Metadata Metadata, IReadOnlyDictionary<string, string> Selector, IReadOnlyList<GatewayServer> Servers)
{
    /// <summary>Only workloads of this namespace, as a Gateway of the Gateway API; absent: of all.</summary>
    public string? OnlyNamespace { get; init; }

    internal static Gateway Read(Metadata metadata, Fields spec)
    {
        var selector = spec.TextMap("selector");
        var servers = spec.Objects("servers");
        if (servers.Count == 0)
        {
            spec.Error("servers", "a gateway must have at least one server");
        }

        var gateway = new Gateway(metadata, selector, [.. servers.Select(GatewayServer.Read)]);
        spec.End();
        return gateway;
    }
}
