using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>What the proxies of one cluster do with a request.</summary>
/// <param name="Ingress">Of port 80; null while no Gateway opens it.</param>
public sealed record ClusterRoutes(
    RouteTable? Ingress, IReadOnlyDictionary<string, Upstream> EastWest, Sidecars Sidecars);

/// <summary>The clusters as they are now, and the routes that follow from them, behind one reference.</summary>
/// <remarks>
/// Every change builds all tables anew and swaps them at once: a request sees either the old mesh or the new one, and
/// one that is under way finishes on the table that it began with.
/// </remarks>
public sealed class MeshState
{
    private readonly Lock _changing = new();
    private volatile Snapshot _now;

    public MeshState(IReadOnlyList<MeshCluster> clusters) => _now = new(clusters);

    public ClusterRoutes RoutesOf(string cluster) => _now.Routes[cluster];

    public ManifestSet ManifestsOf(string cluster) => _now.Clusters.Single(one => one.Name == cluster).Manifests;

    /// <summary>Counts the changes; the Kubernetes API serves it as resource version.</summary>
    public long Version => _now.Version;

    public void UseManifests(IReadOnlyDictionary<string, ManifestSet> manifests) =>
        Change(cluster => cluster with { Manifests = manifests[cluster.Name] });

    public void UsePods(string cluster, IReadOnlyList<Pod> pods) =>
        Change(one => one.Name == cluster ? one with { Pods = pods } : one);

    private void Change(Func<MeshCluster, MeshCluster> change)
    {
        lock (_changing)
        {
            _now = new([.. _now.Clusters.Select(change)], _now.Version + 1);
        }
    }

    private sealed class Snapshot(IReadOnlyList<MeshCluster> clusters, long version = 1)
    {
        public long Version { get; } = version;

        public IReadOnlyList<MeshCluster> Clusters { get; } = clusters;

        public Dictionary<string, ClusterRoutes> Routes { get; } = clusters
            .Zip(ClusterRouting.Of(clusters))
            .ToDictionary(
                pair => pair.First.Name,
                pair => new ClusterRoutes(
                    pair.Second.Ingress(), pair.Second.EastWestGateway(), new(pair.First, pair.Second)));
    }
}
