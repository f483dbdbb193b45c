using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

internal static class ServiceColumns
{
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        TableColumn.NameColumn,
        new("Type", "How the service is reached.", json => TypeOf(json)),
        new("Cluster-IP", "Its address inside the cluster.",
            json => json.TextAt("spec.clusterIP") ?? TableColumn.None),
        new("External-IP", "Its addresses outside the cluster.", json => ExternalAddresses(json)),
        new("Port(s)", "What it listens on.", json => TableColumn.Joined(json.ListAt("spec.ports").Select(Port))),
        TableColumn.Age,
        new TableColumn("Selector", "The labels of the pods behind it.",
            json => TableColumn.Labels(json.At("spec.selector"))).Wide(),
    ];

    private static string TypeOf(JsonObject json) => json.TextAt("spec.type") ?? "ClusterIP";

    private static string ExternalAddresses(JsonObject json)
    {
        var own = json.TextsAt("spec.externalIPs");
        return TypeOf(json) switch
        {
            "ExternalName" => json.TextAt("spec.externalName") ?? TableColumn.None,
            "LoadBalancer" when TableColumn.Joined([.. Balancers(json), .. own]) is var all =>
                all == TableColumn.None ? "<pending>" : all,
            _ => TableColumn.Joined(own),
        };
    }

    private static IEnumerable<string> Balancers(JsonObject json) => json.ListAt("status.loadBalancer.ingress")
        .Select(one => one.TextAt("ip") ?? one.TextAt("hostname")).OfType<string>();

    private static string Port(JsonNode port)
    {
        var onNode = port.NumberAt("nodePort") is > 0 and var number ? $":{number}" : "";
        return $"{port.NumberAt("port") ?? 0}{onNode}/{port.TextAt("protocol") ?? "TCP"}";
    }
}
