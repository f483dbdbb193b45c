using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

internal static class DeploymentColumns
{
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        TableColumn.NameColumn,
        new("Ready", "Pods that are ready, of those that are wanted.",
            json => $"{json.NumberAt("status.readyReplicas") ?? 0}/{json.NumberAt("spec.replicas") ?? 1}"),
        new("Up-to-date", "Pods made from the newest template.",
            json => json.NumberAt("status.updatedReplicas") ?? 0),
        new("Available", "Pods that have been ready for long enough.",
            json => json.NumberAt("status.availableReplicas") ?? 0),
        TableColumn.Age,
        new TableColumn("Containers", "Names of the template's containers.",
            json => Containers(json, "name")).Wide(),
        new TableColumn("Images", "Images of the template's containers.",
            json => Containers(json, "image")).Wide(),
        new TableColumn("Selector", "The labels that its pods have.",
            json => Selector(json.At("spec.selector"))).Wide(),
    ];

    private static string Containers(JsonObject json, string field) =>
        string.Join(",", json.ListAt("spec.template.spec.containers").Select(one => one.TextAt(field)));

    private static string Selector(JsonNode? selector) => TableColumn.Joined(
    [
        .. new[] { TableColumn.Labels(selector.At("matchLabels")) }.Where(one => one != TableColumn.None),
        .. selector.ListAt("matchExpressions").Select(Expression),
    ]);

    private static string Expression(JsonNode one)
    {
        var (key, values) = (one.TextAt("key"), string.Join(",", one.TextsAt("values")));
        return one.TextAt("operator") switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "DoesNotExist" => $"!{key}",
            _ => $"{key}",
        };
    }
}
