using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>A cluster as its manifests ask for it, and where it stands.</summary>
/// <param name="Network">Default: one of its own.</param>
/// <param name="Locality"><c>region/zone[/subzone]</c> of its pods.</param>
/// <param name="Unhealthy">Workloads whose pods are not ready.</param>
public sealed record DeclaredCluster(
    string Name, string? Network = null, string? Locality = null, IReadOnlyList<string>? Unhealthy = null)
{
    public MeshCluster With(ManifestSet manifests) => new(
        Name,
        manifests,
        DeclaredPods.Of(manifests, workload => Unhealthy?.Contains(workload) is not true),
        $"east-west-gateway-of-{Name}:15443")
    {
        Network = Network ?? Name,
        Locality = Routing.Locality.Parse(Locality),
    };
}
