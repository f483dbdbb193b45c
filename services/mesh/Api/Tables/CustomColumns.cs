using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The columns of kinds that custom resource definitions bring.</summary>
/// <remarks>Source: <c>additionalPrinterColumns</c> in Istio's and Gateway API's definitions.</remarks>
internal static class CustomColumns
{
    /// <summary>A terminal is no web page: only what JSON itself asks for is escaped.</summary>
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly TableColumn Age = TableColumn.Age with { Type = "date" };

    public static IReadOnlyList<TableColumn> OfIstio(string kind) => kind switch
    {
        "AuthorizationPolicy" => Named(Field("Action", "The operation to take.", "spec.action"), Age),
        "DestinationRule" => Named(Field("Host", "The service that the rule is about.", "spec.host"), Age),
        "PeerAuthentication" => Named(Field("Mode", "Which connections are accepted.", "spec.mtls.mode"), Age),
        "ServiceEntry" => Named(
            Field("Hosts", "The hosts that the entry adds to the mesh.", "spec.hosts"),
            Field("Location", "Whether the service is inside the mesh.", "spec.location"),
            Field("Resolution", "How addresses of the hosts are found.", "spec.resolution"),
            Age),
        "VirtualService" => Named(
            Field("Gateways", "The gateways and sidecars that the routes are for.", "spec.gateways"),
            Field("Hosts", "The hosts that the routes are for.", "spec.hosts"),
            Age),
        "WorkloadEntry" => Named(Age, Field("Address", "Where the workload is reached.", "spec.address")),
        _ => Named(Age),
    };

    public static IReadOnlyList<TableColumn> OfGatewayApi(string kind) => kind switch
    {
        "Gateway" => Named(
            Field("Class", "The GatewayClass.", "spec.gatewayClassName"),
            new("Address", "The first address that is bound.",
                json => json.ListAt("status.addresses").Select(one => one.TextAt("value")).FirstOrDefault()),
            Condition("Programmed", "Whether it is in force."),
            Age),
        "GatewayClass" => Named(
            Field("Controller", "Who serves gateways of this class.", "spec.controllerName"),
            Condition("Accepted", "Whether the controller takes this class."),
            Age,
            Field("Description", "What the class is for.", "spec.description").Wide()),
        "HTTPRoute" => Named(Field("Hostnames", "The hosts that the routes are for.", "spec.hostnames"), Age),
        _ => Named(Age),
    };

    private static IReadOnlyList<TableColumn> Named(params IReadOnlyList<TableColumn> columns) =>
        [TableColumn.NameColumn, .. columns];

    /// <summary>A text, or a list as JSON: <c>["a","b"]</c>. Nothing is shown for a field that is absent.</summary>
    private static TableColumn Field(string name, string description, string path) => new(name, description, json =>
        json.At(path) switch
        {
            { } node and (JsonObject or JsonArray) => node.ToJsonString(Plain),
            _ => json.TextAt(path),
        });

    private static TableColumn Condition(string type, string description) => new(type, description, json =>
        json.ListAt("status.conditions").FirstOrDefault(one => one.TextAt("type") == type).TextAt("status"));
}
