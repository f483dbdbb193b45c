using System.Text.Json.Nodes;

namespace ColorDemo.GridHost;

/// <summary>A pod that a service sends requests to.</summary>
/// <param name="Service">Its full name, as routes have it.</param>
/// <param name="Namespace">Of both.</param>
public sealed record ServingPod(string Service, string Namespace, string Cluster, string Name);

/// <summary>A pod that has begun or ceased to serve.</summary>
public sealed record PodChange(ServingPod Pod, bool HasCome);

/// <summary>The pods of one cluster that serve. Not for several threads.</summary>
public sealed class ServingPods(string cluster)
{
    private HashSet<ServingPod>? _known;

    /// <summary>Absent when they are not known.</summary>
    public IReadOnlySet<ServingPod>? Now => _known;

    /// <param name="slices">All EndpointSlices; absent when they are not known.</param>
    /// <returns>What has changed; nothing at the first look.</returns>
    public IReadOnlyList<PodChange> Learn(IEnumerable<JsonObject>? slices)
    {
        if (slices is null)
        {
            return [];
        }

        var (before, now) = (_known, slices.SelectMany(Of).ToHashSet());
        _known = now;
        return before is null ? [] :
        [
            .. before.Except(now).Select(pod => new PodChange(pod, HasCome: false)),
            .. now.Except(before).Select(pod => new PodChange(pod, HasCome: true)),
        ];
    }

    /// <remarks>Source: Kubernetes, EndpointSlice v1: ready is true when absent, terminating false.</remarks>
    private IEnumerable<ServingPod> Of(JsonObject slice)
    {
        var metadata = slice["metadata"];
        var name = metadata?["labels"]?["kubernetes.io/service-name"];
        var space = $"{metadata?["namespace"]}";
        var service = $"{name}.{space}.svc.cluster.local";
        return (slice["endpoints"] as JsonArray ?? [])
            .Where(one => !Is(one?["conditions"]?["ready"], false) && !Is(one?["conditions"]?["terminating"], true)
                && $"{one?["targetRef"]?["kind"]}" == "Pod")
            .Select(one => new ServingPod(service, space, cluster, $"{one!["targetRef"]!["name"]}"));
    }

    private static bool Is(JsonNode? node, bool wanted) =>
        node is JsonValue value && value.TryGetValue(out bool given) && given == wanted;
}
