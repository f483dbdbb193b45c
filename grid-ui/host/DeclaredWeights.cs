using System.Collections.Concurrent;

namespace ColorDemo.GridHost;

/// <summary>The weights that the manifests declare for each path of each gateway, and since when.</summary>
public sealed class DeclaredWeights(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(Gateway Gateway, string Path), EpochLog> _logs = new();

    public EpochLog Of(Gateway gateway, string path) =>
        _logs.GetOrAdd((gateway, path), _ => new(clock, "The declared weights are unknown: there is no Kubernetes API."));
}
