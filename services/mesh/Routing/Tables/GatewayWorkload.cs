using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Mesh.Routing;

/// <summary>A gateway's pod, which Gateway resources select by its labels, and the Service in front of it.</summary>
public sealed class GatewayWorkload
{
    /// <summary>Where Istio's Helm charts install gateways.</summary>
    public const string IstioNamespace = "istio-system";

    /// <summary>Of the ingress gateway's pod, as Istio's Helm chart makes them.</summary>
    public static IReadOnlyDictionary<string, string> IngressLabels { get; } =
        new Dictionary<string, string> { ["app"] = "istio-ingressgateway", ["istio"] = "ingressgateway" };

    private readonly IReadOnlyList<V1ServicePort>? _ports;
    private readonly IReadOnlyList<V1ContainerPort> _containerPorts;

    /// <param name="cluster">Where it runs.</param>
    /// <param name="space">Its namespace.</param>
    /// <param name="labels">
    /// Some or all of its pod's labels. The Deployment whose pods have them tells the rest, if the manifests have one.
    /// </param>
    public GatewayWorkload(MeshCluster cluster, string space, IReadOnlyDictionary<string, string> labels)
    {
        var deployment = cluster.Manifests.Deployments.FirstOrDefault(one =>
            (one.Metadata.NamespaceProperty ?? "default") == space
            && one.Spec?.Template?.Metadata?.Labels is { } pod && pod.AsReadOnly().Contains(labels));
        var podLabels = deployment?.Spec.Template.Metadata.Labels.AsReadOnly() ?? labels;
        Client = MeshClient.In(cluster, space, podLabels);
        _containerPorts =
            [.. (deployment?.Spec.Template.Spec?.Containers ?? []).SelectMany(container => container.Ports ?? [])];
        var services = cluster.Manifests.Services
            .Where(service => (service.Metadata.NamespaceProperty ?? "default") == space
                && service.Spec?.Selector is { Count: > 0 } selector && podLabels.Contains(selector))
            .ToList();
        _ports = services.Count == 0 ? null : [.. services.SelectMany(service => service.Spec.Ports ?? [])];
    }

    public MeshClient Client { get; }

    /// <summary>Istio's ingress gateway as its Helm chart installs it under the name istio-ingressgateway.</summary>
    public static GatewayWorkload Ingress(MeshCluster cluster) => new(cluster, IstioNamespace, IngressLabels);

    /// <summary>
    /// The pod of a Gateway of the Gateway API, which Istio deploys by itself, with ports as they are.
    /// </summary>
    public static GatewayWorkload OfGatewayApi(MeshCluster cluster, string space, string name) => new(
        cluster,
        space,
        new Dictionary<string, string> { ["gateway.networking.k8s.io/gateway-name"] = name });

    /// <summary>The port in the pod behind a port of the Service; null when the Service has no such port.</summary>
    public int? PodPortOf(int servicePort) => _ports is null
        ? Standard(servicePort)
        : _ports.FirstOrDefault(port => port.Port == servicePort) is { } found ? Target(found) : null;

    /// <summary>Where a Gateway's server listens: a number that is no port of the Service is bound as it is.</summary>
    /// <remarks>Source: Istio's <c>resolvePorts</c>.</remarks>
    internal int ListenerOf(int serverPort) => PodPortOf(serverPort) ?? serverPort;

    internal bool IsSelectedBy(Gateway gateway) =>
        Client.Labels.Contains(gateway.Selector)
        && (gateway.OnlyNamespace is null || gateway.OnlyNamespace == Client.Namespace);

    /// <summary>Istio's Service translates 80 to 8080, which a gateway may open without privileges.</summary>
    private int Standard(int port) =>
        port == 80 && !Client.Labels.ContainsKey("gateway.networking.k8s.io/gateway-name") ? 8080 : port;

    private int Target(V1ServicePort port) =>
        port.TargetPort?.Value is not { Length: > 0 } target ? port.Port
        : int.TryParse(target, out var number) ? number
        : _containerPorts.FirstOrDefault(one => one.Name == target)?.ContainerPort ?? port.Port;
}
