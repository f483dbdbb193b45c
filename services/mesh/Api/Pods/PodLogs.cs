using System.Collections.Concurrent;

namespace ColorDemo.Mesh.Api;

/// <summary>The logs of one cluster's pods, for <c>kubectl logs</c>.</summary>
public sealed class PodLogs
{
    private readonly ConcurrentDictionary<(string Namespace, string Pod), ContainerLogs> _logs = new();

    /// <summary>Null when no pod has this name.</summary>
    public ContainerLogs? Of(string space, string pod) => _logs.GetValueOrDefault((space, pod));

    /// <summary>Begins the log of a container's next run; the one before stays readable.</summary>
    public PodLog Begin(string space, string pod)
    {
        var log = new PodLog();
        _logs.AddOrUpdate((space, pod), _ => new(log, null), (_, before) => new(log, before.Current));
        return log;
    }

    public void Remove(string space, string pod) => _logs.TryRemove((space, pod), out _);
}

/// <param name="Previous">Of the run before the container was started again; absent when it never was.</param>
public sealed record ContainerLogs(PodLog Current, PodLog? Previous);
