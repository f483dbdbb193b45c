namespace ColorDemo.Mesh.Routing;

/// <summary>Whose proxy decides: a gateway's pod, or a pod with a sidecar. Istio calls it a proxy.</summary>
/// <param name="Labels">Of the pod, and those that istiod adds.</param>
public sealed record MeshClient(MeshCluster Cluster, string Namespace, IReadOnlyDictionary<string, string> Labels)
{
    public static MeshClient In(MeshCluster cluster, string space, IReadOnlyDictionary<string, string> podLabels) =>
        new(cluster, space, podLabels.In(cluster.Name, cluster.Network, cluster.Locality));
}
