using System.Collections.Concurrent;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>
/// What the sidecars of one cluster do, worked out when first asked for, kept until the mesh changes.
/// </summary>
public sealed class Sidecars(MeshCluster cluster, ClusterRouting routing)
{
    /// <summary>Whoever asks in ever new names gets answers, but fills no memory.</summary>
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<(SourceIdentity Source, int Port), SidecarListener> _known = [];

    /// <param name="port">That the client dials.</param>
    internal SidecarListener ListenerFor(SourceIdentity source, int port)
    {
        if (_known.TryGetValue((source, port), out var known))
        {
            return known;
        }

        var client = MeshClient.In(cluster, source.Namespace, source.ReadLabels()!);
        var listener = routing.Sidecar(client, port);
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        return _known[(source, port)] = listener;
    }
}
