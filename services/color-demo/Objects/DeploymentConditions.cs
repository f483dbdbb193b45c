using System.Globalization;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Objects;

/// <summary>The two conditions of a Deployment, with the reasons that Kubernetes gives.</summary>
internal static class DeploymentConditions
{
    public static JsonObject Available(RolloutProgress progress, JsonObject? before, DateTimeOffset now)
    {
        var (wanted, least) = (progress.Wanted, progress.Wanted.Replicas - progress.Wanted.Strategy.MaxUnavailable);
        return progress.Available >= least
            ? Condition("Available", true, "MinimumReplicasAvailable",
                "Deployment has minimum availability.", before, now, isNews: false)
            : Condition("Available", false, "MinimumReplicasUnavailable",
                $"{progress.Available} of {wanted.Replicas} pods are available.", before, now, isNews: false);
    }

    /// <param name="madeSome">Some count has changed: the time until the deadline begins anew.</param>
    public static JsonObject Progressing(
        RolloutProgress progress, bool madeSome, JsonObject? before, DateTimeOffset now)
    {
        if (progress.Wanted.IsPaused)
        {
            return Condition(
                "Progressing", null, "DeploymentPaused", "Deployment is paused", before, now, isNews: false);
        }

        var template = $"Template {progress.Wanted.Template.TemplateHash}";
        var done = $"{template} is rolled out.";
        var old = Find("Progressing", before);
        var wasDone = (string?)old?["reason"] == "NewReplicaSetAvailable" && (string?)old["message"] == done;
        if (progress.IsComplete || wasDone) // a pod that dies later does not undo a rollout
        {
            return Condition("Progressing", true, "NewReplicaSetAvailable", done, before, now, isNews: !wasDone);
        }

        var wasLate = (string?)old?["reason"] == "ProgressDeadlineExceeded";
        var isLate = !madeSome
            && (wasLate || (ProgressedAt(before) is { } last && now - last >= progress.Wanted.Deadline));
        return isLate
            ? Condition("Progressing", false, "ProgressDeadlineExceeded",
                $"{template} has timed out progressing.", before, now, isNews: false)
            : Condition("Progressing", true, "ReplicaSetUpdated",
                $"{template} is progressing.", before, now, isNews: madeSome);
    }

    /// <summary>When the rollout under way got on last; null when none is, or it is stuck already.</summary>
    public static DateTimeOffset? ProgressedAt(JsonObject? status) =>
        Find("Progressing", status) is { } found && (string?)found["reason"] == "ReplicaSetUpdated"
            ? TimeOf(found["lastUpdateTime"])
            : null;

    private static DateTimeOffset? TimeOf(JsonNode? time) =>
        DateTimeOffset.TryParse((string?)time, CultureInfo.InvariantCulture, out var read) ? read : null;

    private static JsonObject Condition(
        string type, bool? holds, string reason, string message, JsonObject? before, DateTimeOffset now, bool isNews)
    {
        var old = Find(type, before);
        var status = holds switch { true => "True", false => "False", null => "Unknown" };
        var isSame = (string?)old?["status"] == status && (string?)old["reason"] == reason;
        var isOld = isSame && (string?)old!["message"] == message && !isNews;
        return new()
        {
            ["type"] = type,
            ["status"] = status,
            ["reason"] = reason,
            ["message"] = message,
            ["lastUpdateTime"] = isOld ? old!["lastUpdateTime"]?.DeepClone() : ServerMetadata.Time(now),
            ["lastTransitionTime"] = (string?)old?["status"] == status
                ? old["lastTransitionTime"]?.DeepClone()
                : ServerMetadata.Time(now),
        };
    }

    private static JsonNode? Find(string type, JsonObject? status) =>
        (status?["conditions"] as JsonArray)?.FirstOrDefault(one => (string?)one?["type"] == type);
}
