namespace ColorDemo.Mesh.Istio;

/// <summary>Reads the kinds of Kubernetes' Gateway API.</summary>
internal sealed class GatewayApiKinds
{
    public const string Group = "gateway.networking.k8s.io";

    internal static readonly IReadOnlyList<string> NotSimulated =
    [
        "BackendTLSPolicy", "GRPCRoute", "ListenerSet", "TCPRoute", "TLSRoute", "UDPRoute", "XBackendTrafficPolicy",
        "XListenerSet", "XMesh",
    ];

    internal static readonly IReadOnlyList<string> Simulated =
        ["Gateway", "GatewayClass", "HTTPRoute", "ReferenceGrant"];

    public List<KubernetesGateway> Gateways { get; } = [];

    /// <summary>Names of GatewayClasses, and the controller of each.</summary>
    public Dictionary<string, string> Classes { get; } = [];

    public List<HttpRoute> HttpRoutes { get; } = [];

    public List<ReferenceGrant> ReferenceGrants { get; } = [];

    /// <summary>Gateway API's group, or the one where it tries out new kinds.</summary>
    public static bool Has(string apiVersion) => apiVersion.Split('/')[0] is Group or "gateway.networking.x-k8s.io";

    public void Read(ManifestDocument document, Metadata metadata, ProblemReport report)
    {
        if (NotSimulated.Contains(document.Kind))
        {
            report.Warn("kind", $"{document.Kind} is accepted, the mesh here does not simulate it",
                ProblemCode.NotSimulated);
            return;
        }

        if (!Simulated.Contains(document.Kind))
        {
            report.Error("kind", $"Gateway API has no {document.Kind}; it has "
                + string.Join(", ", Simulated.Concat(NotSimulated).Order(StringComparer.Ordinal)));
            return;
        }

        if (document.ApiVersion is not ($"{Group}/v1" or $"{Group}/v1beta1"))
        {
            report.Error("apiVersion", $"{document.Kind} is of {Group}/v1 or v1beta1");
            return;
        }

        var root = new Fields(document.Json, "", report);
        if (root.Object("spec") is not { } spec)
        {
            report.Error("spec", "is required");
            return;
        }

        root.Known("apiVersion", "kind", "metadata", "status");
        root.End();
        ReadSpec(document.Kind, metadata, spec);
    }

    private void ReadSpec(string kind, Metadata metadata, Fields spec)
    {
        switch (kind)
        {
            case "Gateway":
                Gateways.Add(KubernetesGateway.Read(metadata, spec));
                break;
            case "GatewayClass":
                Classes[metadata.Name] = spec.RequiredText("controllerName");
                spec.Known("description", "parametersRef");
                spec.End();
                break;
            case "HTTPRoute":
                HttpRoutes.Add(HttpRoute.Read(metadata, spec));
                break;
            default:
                ReferenceGrants.Add(ReferenceGrant.Read(metadata, spec));
                break;
        }
    }
}
