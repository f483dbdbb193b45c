using System.Text.Json.Nodes;
using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Objects;

/// <summary>A pod's <c>status</c>.</summary>
internal static class PodStatusObject
{
    /// <summary>All pods run on this machine, each on ports of its own.</summary>
    private const string Address = "127.0.0.1";

    public static JsonObject Of(PodSpec spec, PodState status)
    {
        var name = NameOfContainer(spec);
        var hasStarted = status.Running is not null || status.Ended is not null;
        var isReady = status is { IsReady: true, Running: not null };
        return new()
        {
            ["phase"] = hasStarted ? "Running" : "Pending",
            ["conditions"] = new JsonArray(
                Condition("PodScheduled", true, status.Created, name),
                Condition("Initialized", true, status.Created, name),
                Condition("ContainersReady", isReady, status.ReadySince, name),
                Condition("Ready", isReady, status.ReadySince, name)),
            ["hostIP"] = Address,
            ["hostIPs"] = new JsonArray(new JsonObject { ["ip"] = Address }),
            ["podIP"] = Address,
            ["podIPs"] = new JsonArray(new JsonObject { ["ip"] = Address }),
            ["startTime"] = ServerMetadata.Time(status.Created),
            ["containerStatuses"] = new JsonArray(Container(spec, status, isReady)),
        };
    }

    private static JsonObject Condition(string type, bool holds, DateTimeOffset since, string container)
    {
        var condition = new JsonObject
        {
            ["type"] = type,
            ["status"] = holds ? "True" : "False",
            ["lastTransitionTime"] = ServerMetadata.Time(since),
        };
        if (!holds)
        {
            condition["reason"] = "ContainersNotReady";
            condition["message"] = $"containers with unready status: [{container}]";
        }

        return condition;
    }

    private static JsonObject Container(PodSpec spec, PodState status, bool isReady)
    {
        var container = new JsonObject
        {
            ["name"] = NameOfContainer(spec),
            ["image"] = (string?)spec.Template["spec"]!["containers"]![0]!["image"],
            ["imageID"] = $"program://{spec.Image}",
            ["ready"] = isReady,
            ["started"] = status.Running is not null,
            ["restartCount"] = (long)status.Restarts,
            ["state"] = State(status),
            ["lastState"] = status.Ended is { } ended ? Terminated(ended) : new JsonObject(),
        };
        if ((status.Running ?? status.Ended?.Run) is { } run)
        {
            container["containerID"] = IdOf(run);
        }

        return container;
    }

    private static JsonObject State(PodState status) => status switch
    {
        { Running: { } run } => new()
        {
            ["running"] = new JsonObject { ["startedAt"] = ServerMetadata.Time(run.Started) },
        },
        { Ended: { } ended, IsEnding: true } => Terminated(ended),
        { Ended: { } ended } => Waiting("CrashLoopBackOff",
            $"starting it again {ended.BackOff.TotalSeconds:0.##} s after it ended"),
        _ => Waiting("ContainerCreating", null),
    };

    private static JsonObject Waiting(string reason, string? message)
    {
        var waiting = new JsonObject { ["reason"] = reason };
        if (message is not null)
        {
            waiting["message"] = message;
        }

        return new() { ["waiting"] = waiting };
    }

    private static JsonObject Terminated(EndedRun ended) => new()
    {
        ["terminated"] = new JsonObject
        {
            ["exitCode"] = (long)ended.ExitCode,
            ["reason"] = ended.ExitCode == 0 ? "Completed" : "Error",
            ["startedAt"] = ServerMetadata.Time(ended.Run.Started),
            ["finishedAt"] = ServerMetadata.Time(ended.Finished),
            ["containerID"] = IdOf(ended.Run),
        },
    };

    private static string IdOf(ContainerRun run) => $"process://{run.ProcessId}";

    private static string NameOfContainer(PodSpec spec) =>
        (string?)spec.Template["spec"]!["containers"]![0]!["name"] ?? spec.Workload;
}
