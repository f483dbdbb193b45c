using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>Tells what becomes of requests, by the same tables that carry them, without sending any.</summary>
public sealed class Explainer
{
    private readonly IReadOnlyList<MeshCluster> _clusters;
    private readonly IReadOnlyList<ClusterRouting> _routings;
    private readonly Dictionary<string, object?> _listeners = [];

    public Explainer(IReadOnlyList<MeshCluster> clusters)
    {
        _clusters = clusters;
        _routings = ClusterRouting.Of(clusters);
    }

    /// <exception cref="ArgumentException">It names a cluster or a Gateway that there is not.</exception>
    public Explanation Explain(MeshQuestion question)
    {
        var from = question.From;
        var cluster = from.Cluster is null ? 0 : IndexOf(from.Cluster);
        return from.Kind switch
        {
            "gateway" => new GatewayCase(question, from, _clusters[cluster], Listeners).Explain(),
            "mesh" => new SidecarCase(question, from, _clusters[cluster], Listener).Explain(),
            _ => throw new ArgumentException($"from.kind '{from.Kind}' is neither gateway nor mesh"),
        };

        IReadOnlyDictionary<int, GatewayListener> Listeners(GatewayWorkload workload) =>
            Once(KeyOf("gateway", workload.Client), () => _routings[cluster].ListenersOf(workload));

        SidecarListener Listener(MeshClient client, int port) =>
            Once(KeyOf($"{port}", client), () => _routings[cluster].Sidecar(client, port));
    }

    private static string KeyOf(string what, MeshClient client) => string.Join('\n',
        [
            what, client.Cluster.Name, client.Namespace,
            .. client.Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label}"),
        ]);

    private T Once<T>(string key, Func<T> make)
    {
        if (!_listeners.TryGetValue(key, out var known))
        {
            _listeners[key] = known = make();
        }

        return (T)known!;
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < _clusters.Count; index++)
        {
            if (_clusters[index].Name == name)
            {
                return index;
            }
        }

        throw new ArgumentException(
            $"there is no cluster '{name}'; there are {string.Join(", ", _clusters.Select(one => one.Name))}");
    }
}
