namespace ColorDemo.Mesh.Routing;

/// <summary>The pod that a Gateway resource selects, and the port of its Service that is asked about.</summary>
public sealed record GatewayWorkload(string Namespace, IReadOnlyDictionary<string, string> Labels, int Port)
{
    /// <summary>
    /// Istio's ingress gateway as its Helm chart installs it under the release name istio-ingressgateway.
    /// </summary>
    public static GatewayWorkload Ingress { get; } = new(
        "istio-system",
        new Dictionary<string, string> { ["app"] = "istio-ingressgateway", ["istio"] = "ingressgateway" },
        80);
}
