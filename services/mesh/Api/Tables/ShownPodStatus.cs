using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>What kubectl says of a pod: the most telling of its phase, its conditions and its containers.</summary>
/// <param name="Text">For example Running, CrashLoopBackOff, Init:0/1 or Terminating.</param>
/// <param name="LastRestart">When the last container that was restarted had ended.</param>
internal sealed record ShownPodStatus(
    string Text, int Ready, int Containers, long Restarts, DateTimeOffset? LastRestart)
{
    public static ShownPodStatus Of(JsonObject pod)
    {
        var sidecars = pod.ListAt("spec.initContainers").Where(IsSidecar)
            .Select(one => one.TextAt("name")).ToHashSet();
        var first = pod.ListAt("status.initContainerStatuses").ToList();
        var states = pod.ListAt("status.containerStatuses").ToList();
        var running = states.Count(IsRunning);
        var ready = running + first.Count(one => sidecars.Contains(one.TextAt("name")) && IsRunning(one));
        var containers = pod.ListAt("spec.containers").Count() + sidecars.Count;

        var starting = Starting(pod, first, sidecars);
        List<JsonNode> counted = starting is not null
            ? first
            : [.. states, .. first.Where(one => sidecars.Contains(one.TextAt("name")))];
        return new(
            Ended(pod) ?? starting ?? (running > 0 ? AmongRunning(pod, states) : Worst(states)) ?? Phase(pod),
            starting is null ? ready : ready - running,
            containers,
            counted.Sum(one => one.NumberAt("restartCount") ?? 0),
            counted.Select(one => one.TimeAt("lastState.terminated.finishedAt")).Max());
    }

    private static string? Ended(JsonObject pod) =>
        pod.TextAt("metadata.deletionTimestamp") is null ? null
        : pod.TextAt("status.reason") == "NodeLost" ? "Unknown"
        : pod.TextAt("status.phase") is "Failed" or "Succeeded" ? null
        : "Terminating";

    private static string Phase(JsonObject pod) => Condition(pod, "PodScheduled").TextAt("reason") is "SchedulingGated"
        ? "SchedulingGated"
        : pod.TextAt("status.reason") ?? pod.TextAt("status.phase") ?? "Unknown";

    /// <returns>Null when the init containers have done their work.</returns>
    private static string? Starting(JsonObject pod, List<JsonNode> first, HashSet<string?> sidecars)
    {
        var at = first.FindIndex(one => !IsDone(one, sidecars.Contains(one.TextAt("name"))));
        return at < 0 || Condition(pod, "Initialized").TextAt("status") == "True" ? null
            : first[at].At("state.terminated") is not null ? $"Init:{Termination(first[at])}"
            : first[at].TextAt("state.waiting.reason") is { } why and not "PodInitializing" ? $"Init:{why}"
            : $"Init:{at}/{pod.ListAt("spec.initContainers").Count()}";
    }

    private static bool IsDone(JsonNode init, bool isSidecar) =>
        (init.At("state.terminated") is not null && (init.NumberAt("state.terminated.exitCode") ?? 0) == 0)
        || (isSidecar && init.IsTrueAt("started"));

    /// <summary>The first container's trouble, where several are in trouble.</summary>
    private static string? Worst(IEnumerable<JsonNode> states) =>
        states.Select(Trouble).OfType<string>().FirstOrDefault();

    /// <summary>A container that has ended does not hide that others go on.</summary>
    private static string? AmongRunning(JsonObject pod, List<JsonNode> states) => Worst(states) switch
    {
        "Completed" => Condition(pod, "Ready").TextAt("status") == "True" ? "Running" : "NotReady",
        var trouble => trouble,
    };

    private static string? Trouble(JsonNode state) => state.TextAt("state.waiting.reason")
        ?? (state.At("state.terminated") is null ? null : Termination(state));

    private static string Termination(JsonNode state) => state.TextAt("state.terminated.reason")
        ?? (state.NumberAt("state.terminated.signal") is { } signal and not 0
            ? $"Signal:{signal}"
            : $"ExitCode:{state.NumberAt("state.terminated.exitCode") ?? 0}");

    private static bool IsRunning(JsonNode state) => state.IsTrueAt("ready") && state.At("state.running") is not null;

    private static bool IsSidecar(JsonNode container) => container.TextAt("restartPolicy") == "Always";

    private static JsonNode? Condition(JsonObject pod, string type) =>
        pod.ListAt("status.conditions").FirstOrDefault(one => one.TextAt("type") == type);
}
