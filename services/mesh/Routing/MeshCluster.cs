using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>One Kubernetes cluster: what its manifests say and what runs in it.</summary>
/// <param name="EastWestAddress">Where other clusters reach this one's east-west gateway, <c>host:port</c>.</param>
public sealed record MeshCluster(
    string Name, ManifestSet Manifests, IReadOnlyList<Pod> Pods, string EastWestAddress)
{
    /// <summary>Clusters of one network reach each other's pods without a gateway. Default: one of its own.</summary>
    public string Network { get; init; } = Name;

    public Locality Locality { get; init; } = Locality.Unknown;
}
