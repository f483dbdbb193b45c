using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ColorDemo.GridHost;

/// <summary>The pods of all clusters that are followed: a mesh sends requests to any of them.</summary>
/// <param name="clusters">By name; their pods are unknown at first.</param>
public sealed class KnownPods(IReadOnlyList<string> clusters)
{
    public const string ClusterLabel = "topology.istio.io/cluster";

    /// <summary>Where nodes stand, no pod tells; Istio adds it to their labels.</summary>
    private static readonly string[] Hidden = ["topology.", "kubernetes.io/hostname"];

    private readonly ConcurrentDictionary<string, ClusterPods> _pods = [];

    /// <param name="serving">Absent when unknown.</param>
    /// <param name="pods">All of the cluster, with their labels; absent when unknown.</param>
    public void Learn(string cluster, IReadOnlySet<ServingPod>? serving, IEnumerable<JsonObject>? pods) =>
        _pods[cluster] = new(serving, pods?.ToDictionary(NameOf, LabelsOf));

    /// <summary>The clusters in which pods with these labels may be.</summary>
    public IReadOnlyList<string> Where(IReadOnlyDictionary<string, string> labels) =>
        labels.TryGetValue(ClusterLabel, out var cluster) ? [cluster] : clusters;

    /// <summary>Whether some pod serves that bears all these labels.</summary>
    /// <param name="service">Its full name.</param>
    /// <returns>Nothing when what is known does not tell.</returns>
    public bool? Serves(string service, IReadOnlyDictionary<string, string> labels)
    {
        var own = labels.Where(label => label.Key != ClusterLabel).ToList();
        if (own.Exists(label => Hidden.Any(one => label.Key.StartsWith(one, StringComparison.Ordinal))))
        {
            return null;
        }

        var answers = Where(labels).Select(cluster => _pods.GetValueOrDefault(cluster)?.Serves(service, own)).ToList();
        return answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }

    private static (string, string) NameOf(JsonObject pod) =>
        ($"{pod["metadata"]?["namespace"]}", $"{pod["metadata"]?["name"]}");

    private static Dictionary<string, string> LabelsOf(JsonObject pod) =>
        (pod["metadata"]?["labels"] as JsonObject ?? []).ToDictionary(label => label.Key, label => $"{label.Value}");

    private sealed record ClusterPods(
        IReadOnlySet<ServingPod>? Serving, Dictionary<(string, string), Dictionary<string, string>>? Labels)
    {
        public bool? Serves(string service, List<KeyValuePair<string, string>> labels)
        {
            var pods = Serving?.Where(pod => pod.Service == service).ToList();
            return pods is null ? null
                : pods.Count == 0 || labels.Count == 0 ? pods.Count > 0
                : Labels is null ? null
                : pods.Exists(pod => Labels.TryGetValue((pod.Namespace, pod.Name), out var worn)
                    && labels.TrueForAll(label => worn.GetValueOrDefault(label.Key) == label.Value));
        }
    }
}
