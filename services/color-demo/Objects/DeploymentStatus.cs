using System.Text.Json.Nodes;
using ColorDemo.Launcher.Rollouts;

namespace ColorDemo.Launcher.Objects;

/// <summary>A Deployment's <c>status</c>, as <c>kubectl rollout status</c> and <c>kubectl wait</c> read it.</summary>
internal static class DeploymentStatus
{
    /// <param name="pods">Those of the Deployment that run now, the ending ones included.</param>
    /// <param name="before">The status until now; absent for a new Deployment.</param>
    public static JsonObject Of(
        DeploymentSpec wanted, long generation, IReadOnlyList<RolloutPod> pods, JsonObject? before, DateTimeOffset now)
    {
        var active = pods.Where(pod => !pod.IsEnding).ToList();
        var updated = active.Count(pod => pod.TemplateHash == wanted.Template.TemplateHash);
        var available = active.Count(pod => pod.IsAvailable);
        var counts = new JsonObject { ["observedGeneration"] = generation };
        Put("replicas", active.Count);
        Put("updatedReplicas", updated);
        Put("readyReplicas", active.Count(pod => pod.IsReady));
        Put("availableReplicas", available);
        Put("unavailableReplicas", active.Count - available);
        var progress = new RolloutProgress(wanted, active.Count, updated, available);
        var madeSome = CountNames.Any(name => !JsonNode.DeepEquals(before?[name], counts[name]));
        counts["conditions"] = new JsonArray(
            DeploymentConditions.Available(progress, before, now),
            DeploymentConditions.Progressing(progress, madeSome, before, now));
        return counts;

        void Put(string name, int count)
        {
            if (count > 0)
            {
                counts[name] = (long)count; // 0 is left out, as in Kubernetes
            }
        }
    }

    private static readonly string[] CountNames =
        ["observedGeneration", "replicas", "updatedReplicas", "readyReplicas", "availableReplicas"];
}

/// <summary>How far a rollout has come.</summary>
internal sealed record RolloutProgress(DeploymentSpec Wanted, int Replicas, int Updated, int Available)
{
    public bool IsComplete => Updated == Wanted.Replicas && Replicas == Updated && Available == Updated;
}
