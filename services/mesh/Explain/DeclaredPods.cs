using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>The pods that manifests ask for, as if they all ran.</summary>
public static class DeclaredPods
{
    private static readonly string[] Kinds = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Pod"];

    /// <param name="manifests">One cluster's.</param>
    /// <param name="isReady">Told a workload's name.</param>
    public static IReadOnlyList<Pod> Of(ManifestSet manifests, Func<string, bool> isReady)
    {
        var targets = NumericTargets(manifests);
        return [.. manifests.Documents
            .Where(document => Kinds.Contains(document.Kind))
            .SelectMany(document => Pods(document, targets, isReady(document.Name)))];
    }

    /// <summary>A number needs no container port to stand behind it, which only informs.</summary>
    private static List<string> NumericTargets(ManifestSet manifests) =>
    [
        .. manifests.Services
            .SelectMany(service => service.Spec?.Ports ?? [])
            .Select(port => port.TargetPort is { Value.Length: > 0 } target ? target.Value : $"{port.Port}")
            .Concat(manifests.ServiceEntries
                .SelectMany(entry => entry.Ports)
                .Select(port => $"{port.TargetPort ?? port.Number}"))
            .Where(target => int.TryParse(target, out _))
            .Distinct(),
    ];

    private static IEnumerable<Pod> Pods(ManifestDocument document, IReadOnlyList<string> targets, bool isReady)
    {
        var spec = document.Json["spec"] as JsonObject;
        var template = document.Kind == "Pod" ? document.Json : spec?["template"] as JsonObject;
        var labels = Texts((template?["metadata"] as JsonObject)?["labels"]);
        var addresses = Ports(template?["spec"])
            .Concat(targets)
            .Distinct()
            .ToDictionary(port => port, _ => $"{document.Name}");
        var replicas = spec?["replicas"] is JsonValue value && value.TryGetValue(out long count) ? count : 1;
        return Enumerable.Range(0, (int)Math.Clamp(replicas, 0, 1000)).Select(index => new Pod(
            $"{document.Name}-{index}", document.Name, document.Namespace, labels, addresses, isReady));
    }

    private static Dictionary<string, string> Texts(JsonNode? labels) => labels is JsonObject json
        ? json.ToDictionary(pair => pair.Key, pair => $"{pair.Value}")
        : [];

    private static IEnumerable<string> Ports(JsonNode? podSpec) =>
        from container in (podSpec as JsonObject)?["containers"] as JsonArray ?? []
        from port in (container as JsonObject)?["ports"] as JsonArray ?? []
        from key in (string[])["name", "containerPort"]
        let text = (port as JsonObject)?[key]?.ToString()
        where text is not null
        select text;
}
