namespace ColorDemo.Mesh.Proxy;

/// <summary>Headers that Envoy adds, and those that stand for what plain HTTP cannot carry.</summary>
internal static class MeshHeaders
{
    /// <summary>To an east-west gateway: the name that Istio sends as SNI of the TLS connection.</summary>
    public const string Sni = "x-color-mesh-sni";

    /// <summary>To the client: Envoy's response flags, which Envoy itself writes only to its access log.</summary>
    public const string Flag = "x-color-mesh-flag";

    /// <summary>To the in-mesh client's port: whose sidecar it is to be.</summary>
    public const string SourceNamespace = "x-color-mesh-source-namespace";

    /// <summary>Likewise: <c>a=b,c=d</c>.</summary>
    public const string SourceLabels = "x-color-mesh-source-labels";

    public const string OriginalPath = "x-envoy-original-path";
    public const string AttemptCount = "x-envoy-attempt-count";
    public const string ServiceTime = "x-envoy-upstream-service-time";
    public const string Overloaded = "x-envoy-overloaded";
    public const string RequestId = "x-request-id";
    public const string ForwardedFor = "x-forwarded-for";
    public const string ForwardedProto = "x-forwarded-proto";
    public const string GrpcStatus = "grpc-status";
}
