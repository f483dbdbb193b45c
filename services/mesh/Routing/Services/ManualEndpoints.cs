using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Addresses that somebody wrote down for a Service without selector: Endpoints and EndpointSlices.</summary>
internal static class ManualEndpoints
{
    private static readonly Dictionary<string, string> NoLabels = [];

    /// <param name="port">Name of the Service's port; absent for an only one.</param>
    public static IEnumerable<ServiceEndpoint> Of(MeshCluster cluster, string space, string service, string? port) =>
        from document in cluster.Manifests.Documents
        where document.Namespace == space
        from subset in Subsets(document, service)
        from given in Items(subset.Ports)
        where Text(given["name"]) == (port ?? "")
        from address in subset.Addresses
        select At($"{address}:{given["port"]}", cluster);

    /// <summary>An address in the network of a cluster.</summary>
    public static ServiceEndpoint At(string address, MeshCluster cluster) => new(
        address,
        Workload: null,
        Cluster: null,
        cluster.Network,
        Locality.Unknown,
        NoLabels.In(cluster.Name, cluster.Network, Locality.Unknown),
        Weight: 1);

    private static IEnumerable<(JsonNode? Ports, IEnumerable<string> Addresses)> Subsets(
        ManifestDocument document, string service) => document.Kind switch
        {
            "Endpoints" when document.Name == service =>
                Items(document.Json["subsets"]).Select(subset => (subset["ports"],
                    Items(subset["addresses"]).Select(address => Text(address["ip"])))),
            "EndpointSlice" when ServiceOf(document) == service =>
                [(document.Json["ports"], Items(document.Json["endpoints"]).Where(IsReady).SelectMany(Addresses))],
            _ => [],
        };

    private static string ServiceOf(ManifestDocument document) =>
        Text(((document.Json["metadata"] as JsonObject)?["labels"] as JsonObject)?["kubernetes.io/service-name"]);

    private static bool IsReady(JsonObject endpoint) =>
        (endpoint["conditions"] as JsonObject)?["ready"]?.ToString() != "false";

    private static IEnumerable<string> Addresses(JsonObject endpoint) =>
        (endpoint["addresses"] as JsonArray ?? []).Select(Text);

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string Text(JsonNode? node) => node is JsonValue ? node.ToString() : "";
}
