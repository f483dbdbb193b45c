namespace ColorDemo.Launcher.Pods;

/// <summary>How a pod is at one moment. Immutable.</summary>
/// <param name="Created">When the pod was wanted, whole seconds.</param>
/// <param name="ReadySince">When <paramref name="IsReady"/> became what it is.</param>
/// <param name="Addresses">Where each container port answers, by the port's name.</param>
/// <param name="Running">Absent before the first start, and while the pod waits for the next one.</param>
/// <param name="Ended">The run before; absent in the first one.</param>
/// <param name="Restarts">Starts after the first.</param>
/// <param name="IsEnding">Told to end: it gets no traffic, and is not started again.</param>
/// <param name="HasGone">It has ended.</param>
internal sealed record PodState(
    DateTimeOffset Created,
    bool IsReady,
    DateTimeOffset ReadySince,
    IReadOnlyDictionary<string, string> Addresses,
    ContainerRun? Running,
    EndedRun? Ended,
    int Restarts,
    bool IsEnding,
    bool HasGone)
{
    public static PodState New(DateTimeOffset now) => new(
        now, IsReady: false, now, new Dictionary<string, string>(), null, null, 0, IsEnding: false, HasGone: false);
}

internal sealed record ContainerRun(int ProcessId, DateTimeOffset Started);

/// <param name="BackOff">How long the pod waits before it is started again.</param>
internal sealed record EndedRun(ContainerRun Run, int ExitCode, DateTimeOffset Finished, TimeSpan BackOff);
