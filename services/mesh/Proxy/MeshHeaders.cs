namespace ColorDemo.Mesh.Proxy;

/// <summary>Headers that Envoy adds, and the two that stand for what plain HTTP cannot carry.</summary>
internal static class MeshHeaders
{
    /// <summary>To an east-west gateway: the name that Istio sends as SNI of the TLS connection.</summary>
    public const string Sni = "x-color-mesh-sni";

    /// <summary>To the client: Envoy's response flag, which Envoy itself writes only to its access log.</summary>
    public const string Flag = "x-color-mesh-flag";

    public const string OriginalPath = "x-envoy-original-path";
    public const string ServiceTime = "x-envoy-upstream-service-time";
    public const string RequestId = "x-request-id";
    public const string ForwardedFor = "x-forwarded-for";
    public const string ForwardedProto = "x-forwarded-proto";

    /// <summary>What Istio's gateways call themselves, in local answers too.</summary>
    public const string GatewayServer = "istio-envoy";
}
