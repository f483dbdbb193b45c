using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Which columns kubectl shows for each kind.</summary>
internal static class TableColumns
{
    private static readonly IReadOnlyList<TableColumn> NameAndAge = [TableColumn.NameColumn, TableColumn.Age];

    private static readonly IReadOnlyList<TableColumn> OfConfigMap =
    [
        TableColumn.NameColumn,
        new("Data", "How many entries it has.", json => Count(json["data"]) + Count(json["binaryData"])),
        TableColumn.Age,
    ];

    private static readonly IReadOnlyList<TableColumn> OfNamespace =
    [
        TableColumn.NameColumn,
        new("Status", "Active, or Terminating while it is being deleted.", json => json.TextAt("status.phase")),
        TableColumn.Age,
    ];

    private static readonly IReadOnlyList<TableColumn> OfServiceAccount =
    [
        TableColumn.NameColumn,
        new("Secrets", "How many secrets its pods may use.", json => json.ListAt("secrets").Count()),
        TableColumn.Age,
    ];

    public static IReadOnlyList<TableColumn> Of(ApiResource resource) =>
        resource.Group is GatewayApiKinds.Group ? CustomColumns.OfGatewayApi(resource.Kind)
        : resource.Model is null ? CustomColumns.OfIstio(resource.Kind)
        : resource.Kind switch
        {
            "ClusterRole" or "Role" => RoleColumns.OfRole,
            "ClusterRoleBinding" or "RoleBinding" => RoleColumns.OfBinding,
            "ConfigMap" => OfConfigMap,
            "Deployment" => DeploymentColumns.All,
            "Endpoints" => EndpointColumns.OfEndpoints,
            "EndpointSlice" => EndpointColumns.OfSlice,
            "Event" => EventColumns.All,
            "Namespace" => OfNamespace,
            "Pod" => PodColumns.All,
            "Service" => ServiceColumns.All,
            "ServiceAccount" => OfServiceAccount,
            _ => NameAndAge,
        };

    private static int Count(JsonNode? entries) => (entries as JsonObject)?.Count ?? 0;
}
