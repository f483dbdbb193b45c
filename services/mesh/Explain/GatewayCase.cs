using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>A request that comes in at a gateway.</summary>
internal sealed class GatewayCase(
    MeshQuestion question,
    Asker from,
    MeshCluster cluster,
    Func<GatewayWorkload, IReadOnlyDictionary<int, GatewayListener>> listenersOf)
{
    private const int PlainPort = 80;

    private readonly Dictionary<string, string> _standardLabels = new() { ["istio"] = "ingressgateway" };

    public Explanation Explain()
    {
        var workload = Workload();
        var servicePort = from.Port ?? PlainPort;
        if ((from.PodPort ?? workload.PodPortOf(servicePort)) is not { } port)
        {
            return NoListener($"The gateway's Service has no port {servicePort}.");
        }

        var shown = from.PodPort is null ? $"port {servicePort}, {port} in the pod" : $"port {port} of the pod";
        if (!listenersOf(workload).TryGetValue(port, out var listener))
        {
            return NoListener($"No Gateway that selects {Shown(workload)} has a server for {shown}.");
        }

        if (listener.Kind == ListenerKind.Opaque)
        {
            return NotSimulated(shown);
        }

        var isTls = question.Protocol == "https";
        if (isTls != (listener.Kind == ListenerKind.Tls))
        {
            return NoListener($"The Gateway {(isTls ? "has no TLS" : "asks for TLS")} at {shown}.");
        }

        var request = Requests.Of(question);
        if (listener.TableFor(request.Host.ToString()) is not { } table)
        {
            return NoListener($"No server of a Gateway takes TLS connections for {question.Host} at {shown}.");
        }

        var gateways = string.Join(", ", table.Gateways);
        return table.Routes is { } routes
            ? new RouteCase(question, request, routes, $"Gateway of {cluster.Name}: {shown}, opened by {gateways}.")
                .Explain()
            : NotSimulated(shown);
    }

    private GatewayWorkload Workload()
    {
        if (from.GatewayApi is not { } name)
        {
            return new(cluster, from.Namespace ?? GatewayWorkload.IstioNamespace, from.Labels ?? _standardLabels);
        }

        var parts = name.Split('/', 2);
        return parts.Length == 2
            ? GatewayWorkload.OfGatewayApi(cluster, parts[0], parts[1])
            : GatewayWorkload.OfGatewayApi(cluster, from.Namespace ?? "default", name);
    }

    private static string Shown(GatewayWorkload workload) => $"a pod of {workload.Client.Namespace} with "
        + string.Join(", ", workload.Client.Labels.Select(label => $"{label.Key}={label.Value}"));

    private Explanation NotSimulated(string shown) =>
        NoListener($"The Gateway passes bytes on at {shown}, which the mesh here does not simulate.") with
        {
            Unsupported = ["spec.servers"],
        };

    private Explanation NoListener(string reason) => new()
    {
        Name = question.Name,
        Outcome = Outcomes.NoListener,
        Reasons = [reason, "The connection is refused."],
    };
}
