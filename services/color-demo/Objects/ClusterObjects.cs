using System.Text.Json.Nodes;
using ColorDemo.Launcher.Events;
using ColorDemo.Launcher.Rollouts;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Objects;

/// <summary>Keeps the objects that follow from one cluster's pods up to date, and writes only what differs.</summary>
internal sealed class ClusterObjects(string cluster, MeshStore store, PodLogs logs, EventLog events)
{
    /// <summary>What was made here, and has to go when nothing wants it any more.</summary>
    private HashSet<ObjectKey> _made = [];

    public void Write(
        ClusterState state,
        IReadOnlyList<RunningPod> pods,
        IReadOnlyList<(DeploymentSpec Wanted, IReadOnlyList<RolloutPod> Pods)> deployments)
    {
        var wanted = Wanted(state, pods).ToDictionary(ObjectKey.Of);
        var differing = wanted.Where(one => !IsThere(one.Value, state.Find(one.Key))).ToList();
        var statuses = deployments.Select(one => StatusOf(one.Wanted, one.Pods, state))
            .Where(one => !JsonNode.DeepEquals(state.Find(one.Key)?.Json["status"], one.Status)).ToList();
        var ending = pods
            .Where(pod => pod.State.IsEnding && state.Find(pod.Key) is not { IsBeingDeleted: true }).ToList();
        var gone = Gone(state, wanted).ToList();
        if (differing.Count + statuses.Count + ending.Count + gone.Count == 0 && !events.HasNews)
        {
            return;
        }

        store.Write(cluster, draft =>
        {
            differing.ForEach(one => draft.PutDerived(WithWhatOthersAdded(one.Value, draft.Find(one.Key))));
            statuses.ForEach(one => draft.PutStatus(one.Key, one.Status));
            ending.ForEach(pod =>
                draft.BeginDeletion(draft.Find(pod.Key)!, (int)pod.Grace.TotalSeconds, Writer.Cluster));
            events.WriteTo(draft);
            gone.ForEach(key => draft.Remove(key, Writer.Cluster));
        });
        _made = [.. wanted.Keys];
        foreach (var key in gone.Where(key => key.Kind == "Pod"))
        {
            logs.Remove(key.Namespace, key.Name);
        }
    }

    /// <summary>What was made here, and pods that somebody created and deleted: no process will end for them.</summary>
    private IEnumerable<ObjectKey> Gone(ClusterState state, Dictionary<ObjectKey, JsonObject> wanted) =>
        state.List("", "Pod").Where(pod => pod.IsBeingDeleted).Select(pod => pod.Key)
            .Union(_made)
            .Where(key => !wanted.ContainsKey(key));

    private IEnumerable<JsonObject> Wanted(ClusterState state, IReadOnlyList<RunningPod> pods) =>
    [
        .. pods.Select(pod => PodObject.Of(pod.Spec, pod.State, OwnerOf(pod, state), cluster)),
        .. ServicePods.Of(state.Manifests.Services, pods).SelectMany(one => EndpointObjects.Of(one, cluster)),
    ];

    private static StoredObject? OwnerOf(RunningPod pod, ClusterState state) =>
        state.Find(new("apps", "Deployment", pod.Spec.Namespace, pod.Spec.Workload));

    private static (ObjectKey Key, JsonObject Status) StatusOf(
        DeploymentSpec wanted, IReadOnlyList<RolloutPod> pods, ClusterState state)
    {
        var key = new ObjectKey("apps", "Deployment", wanted.Namespace, wanted.Name);
        var stored = state.Find(key)?.Json;
        var generation = (long?)stored?["metadata"]?["generation"] ?? 1;
        return (key,
            DeploymentStatus.Of(wanted, generation, pods, stored?["status"] as JsonObject, DateTimeOffset.UtcNow));
    }

    /// <summary>Whether the object says all that is wanted; labels and annotations of others do not count.</summary>
    private static bool IsThere(JsonObject wanted, StoredObject? stored) =>
        stored is not null && wanted.All(member => member.Key == "metadata"
            ? IsWithin(member.Value, stored.Json["metadata"])
            : JsonNode.DeepEquals(member.Value, stored.Json[member.Key]));

    private static bool IsWithin(JsonNode? wanted, JsonNode? stored) => wanted is JsonObject members
        ? members.All(member => IsWithin(member.Value, stored?[member.Key]))
        : JsonNode.DeepEquals(wanted, stored);

    private static JsonObject WithWhatOthersAdded(JsonObject wanted, StoredObject? stored)
    {
        foreach (var name in (string[])["labels", "annotations"])
        {
            foreach (var (key, value) in stored?.Json["metadata"]?[name] as JsonObject ?? [])
            {
                var metadata = wanted["metadata"]!;
                (metadata[name] ??= new JsonObject()).AsObject().TryAdd(key, value?.DeepClone());
            }
        }

        return wanted;
    }
}
