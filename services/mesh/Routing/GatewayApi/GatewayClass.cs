using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Which classes of Gateway API gateways are Istio's to serve.</summary>
internal static class GatewayClass
{
    /// <summary>
    /// <c>istio</c> exists without a GatewayClass. Waypoints and gateways of other controllers take no part: the first
    /// know no listeners, the others belong to someone else.
    /// </summary>
    public static bool ServesRoutes(string name, ManifestSet manifests) =>
        manifests.GatewayClasses.TryGetValue(name, out var controller)
            ? controller is "istio.io/gateway-controller" or "istio.io/eastwest-controller"
            : name is "istio" or "istio-east-west";
}
