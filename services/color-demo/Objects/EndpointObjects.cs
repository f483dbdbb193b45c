using System.Text.Json.Nodes;
using k8s.Models;

namespace ColorDemo.Launcher.Objects;

/// <summary>Where a Service's pods answer: its Endpoints, and its EndpointSlices.</summary>
/// <remarks>
/// A subset, and a slice, has one list of ports for all its addresses, while here every pod has the same address and
/// ports of its own. Hence one of them for each pod.
/// </remarks>
internal static class EndpointObjects
{
    private const string Address = "127.0.0.1";

    public static IEnumerable<JsonObject> Of(ServicePods service, string node) =>
        [Endpoints(service, node), .. service.Pods.Select(pod => Slice(service, pod, node))];

    private static JsonObject Endpoints(ServicePods service, string node) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Endpoints",
        ["metadata"] = new JsonObject { ["name"] = service.Name, ["namespace"] = service.Namespace },
        ["subsets"] = new JsonArray(
            [.. service.Pods.Where(pod => !pod.State.IsEnding).Select(pod => Subset(service, pod, node))]),
    };

    private static JsonObject Subset(ServicePods service, RunningPod pod, string node) => new()
    {
        [pod.GetsTraffic ? "addresses" : "notReadyAddresses"] = new JsonArray(new JsonObject
        {
            ["ip"] = Address,
            ["nodeName"] = node,
            ["targetRef"] = Reference(pod),
        }),
        ["ports"] = Ports(service, pod),
    };

    private static JsonObject Slice(ServicePods service, RunningPod pod, string node) => new()
    {
        ["apiVersion"] = "discovery.k8s.io/v1",
        ["kind"] = "EndpointSlice",
        ["metadata"] = new JsonObject
        {
            ["name"] = $"{service.Name}.{pod.Spec.Name}",
            ["namespace"] = service.Namespace,
            ["labels"] = new JsonObject
            {
                ["kubernetes.io/service-name"] = service.Name,
                ["endpointslice.kubernetes.io/managed-by"] = "color-demo",
            },
        },
        ["addressType"] = "IPv4",
        ["endpoints"] = new JsonArray(new JsonObject
        {
            ["addresses"] = new JsonArray(Address),
            ["conditions"] = new JsonObject
            {
                ["ready"] = pod.GetsTraffic,
                ["serving"] = pod.State.IsReady,
                ["terminating"] = pod.State.IsEnding,
            },
            ["nodeName"] = node,
            ["targetRef"] = Reference(pod),
        }),
        ["ports"] = Ports(service, pod),
    };

    private static JsonArray Ports(ServicePods service, RunningPod pod) =>
        [.. service.PortsOf(pod).Select(one => Port(one.Port, one.Number))];

    private static JsonObject Port(V1ServicePort port, int number)
    {
        var json = new JsonObject { ["port"] = (long)number, ["protocol"] = port.Protocol ?? "TCP" };
        if (port.Name is { } name)
        {
            json["name"] = name;
        }

        return json;
    }

    private static JsonObject Reference(RunningPod pod) => new()
    {
        ["kind"] = "Pod",
        ["namespace"] = pod.Spec.Namespace,
        ["name"] = pod.Spec.Name,
    };
}
