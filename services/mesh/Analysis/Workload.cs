using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>Anything that makes pods: a Deployment, a StatefulSet, or another kind with a template of pods.</summary>
/// <param name="Labels">Of its pods, and those that istiod adds.</param>
/// <param name="PortNames">Of its containers.</param>
internal sealed record Workload(
    ManifestDocument Document,
    MeshCluster Cluster,
    IReadOnlyDictionary<string, string> Labels,
    long Replicas,
    IReadOnlyList<string> PortNames)
{
    public string Namespace => Document.Namespace;

    /// <summary>Whether its pods look like gateways of Istio: by their label, or by their image.</summary>
    public bool IsGateway { get; private init; }

    public static IEnumerable<Workload> In(MeshCluster cluster) =>
        cluster.Manifests.Documents.Select(document => Read(document, cluster)).OfType<Workload>();

    private static Workload? Read(ManifestDocument document, MeshCluster cluster)
    {
        var spec = document.Json["spec"] as JsonObject;
        var pod = document.Kind == "Pod" ? document.Json : spec?["template"] as JsonObject;
        if ((pod?["spec"] as JsonObject)?["containers"] is not JsonArray containers)
        {
            return null;
        }

        var labels = (pod["metadata"] as JsonObject)?["labels"] as JsonObject ?? [];
        var all = containers.OfType<JsonObject>().ToList();
        return new(
            document,
            cluster,
            labels.ToDictionary(label => label.Key, label => $"{label.Value}")
                .In(cluster.Name, cluster.Network, cluster.Locality),
            spec?["replicas"] is JsonValue value && value.TryGetValue(out long count) ? count : 1,
            [.. all.SelectMany(PortsOf)])
        {
            IsGateway = $"{labels["istio"]}".EndsWith("gateway", StringComparison.Ordinal)
                || all.Any(one => $"{one["image"]}" is "auto" || $"{one["image"]}".Contains("/proxyv2")),
        };
    }

    private static IEnumerable<string> PortsOf(JsonObject container) =>
        (container["ports"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(port => $"{port["name"]}")
            .Where(name => name.Length > 0);
}
