using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>
/// What Gateways open in Istio, and the running demo does not: it has one port of one gateway a cluster.
/// </summary>
public static class UnopenedPorts
{
    private const int OpenPort = 80;

    /// <param name="clusters">By name.</param>
    public static IEnumerable<ManifestProblem> In(IReadOnlyDictionary<string, ManifestSet> clusters) =>
        from cluster in clusters
        let workload = GatewayWorkload.Ingress(new MeshCluster(cluster.Key, cluster.Value, Pods: [], ""))
        from gateway in cluster.Value.Gateways
        from index in Enumerable.Range(0, gateway.Servers.Count)
        let why = WhyNot(gateway, gateway.Servers[index], workload)
        where why is not null
        let document = cluster.Value.Documents.First(one => one.Kind == "Gateway"
            && (one.Name, one.Namespace) == (gateway.Metadata.Name, gateway.Metadata.Namespace))
        select document.Problem($"spec.servers[{index}]", why, ProblemCode.NotSimulated, isError: false);

    private static string? WhyNot(Gateway gateway, GatewayServer server, GatewayWorkload workload) =>
        server.Tls?.Mode == "AUTO_PASSTHROUGH" ? null // the demo has an east-west gateway of its own
        : !workload.IsSelectedBy(gateway)
            ? "the demo runs no gateway with these labels, only istio: ingressgateway; explain knows where this leads"
        : !server.IsHttp || workload.ListenerOf(server.Port) != workload.ListenerOf(OpenPort)
            ? $"the demo opens port {OpenPort} of the ingress gateway alone; explain knows where this leads"
        : null;
}
