using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

internal static class PodColumns
{
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        TableColumn.NameColumn,
        new("Ready", "Containers that are ready, of all.",
            json => ShownPodStatus.Of(json) is var status ? $"{status.Ready}/{status.Containers}" : null),
        new("Status", "What the pod, or its containers, are at.", json => ShownPodStatus.Of(json).Text),
        new("Restarts", "How often its containers were restarted.",
            (json, now) => Restarts(ShownPodStatus.Of(json), now)),
        TableColumn.Age,
        new TableColumn("IP", "The pod's address.", json =>
            json.ListAt("status.podIPs").FirstOrDefault().TextAt("ip") ?? OrNone(json, "status.podIP")).Wide(),
        new TableColumn("Node", "The node that it runs on.", json => OrNone(json, "spec.nodeName")).Wide(),
        new TableColumn("Nominated Node", "The node that is being made free for it.",
            json => OrNone(json, "status.nominatedNodeName")).Wide(),
        new TableColumn("Readiness Gates", "Conditions besides its containers that hold, of all.",
            json => Gates(json)).Wide(),
    ];

    private static string OrNone(JsonObject json, string path) => json.TextAt(path) ?? TableColumn.None;

    private static string Restarts(ShownPodStatus status, DateTimeOffset now) =>
        status.Restarts > 0 && status.LastRestart is { } last
            ? $"{status.Restarts} ({HumanAge.Since(last, now)} ago)"
            : $"{status.Restarts}";

    private static string Gates(JsonObject json)
    {
        var gates = json.ListAt("spec.readinessGates").Select(one => one.TextAt("conditionType")).ToList();
        var held = json.ListAt("status.conditions")
            .Where(one => one.TextAt("status") == "True").Select(one => one.TextAt("type")).ToHashSet();
        return gates.Count == 0 ? TableColumn.None : $"{gates.Count(held.Contains)}/{gates.Count}";
    }
}
