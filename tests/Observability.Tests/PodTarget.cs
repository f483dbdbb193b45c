using System.Text.Json.Nodes;

namespace ColorDemo.Observability.Tests;

/// <summary>One port of a pod, as Prometheus' discovery in Kubernetes tells of it.</summary>
/// <param name="Address">Host and port.</param>
internal sealed record PodTarget(
    string Pod, string Address, string App = "color-svc", string PortName = "http", string Phase = "Running")
{
    /// <returns>The text of a file that Prometheus reads targets from.</returns>
    public static string File(params IEnumerable<PodTarget> targets) =>
        new JsonArray([.. targets.Select(target => target.ToJson())]).ToJsonString();

    private JsonObject ToJson() => new()
    {
        ["targets"] = new JsonArray(Address),
        ["labels"] = new JsonObject
        {
            ["__meta_kubernetes_namespace"] = "color",
            ["__meta_kubernetes_pod_name"] = Pod,
            ["__meta_kubernetes_pod_phase"] = Phase,
            ["__meta_kubernetes_pod_label_app"] = App,
            ["__meta_kubernetes_pod_label_version"] = "ignored",
            ["__meta_kubernetes_pod_container_port_name"] = PortName,
        },
    };
}
