using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>Everything that one cluster's manifests say. Immutable.</summary>
/// <param name="Documents">Every object as it was written, known to the mesh or not.</param>
/// <param name="Warnings">What was read and is not simulated.</param>
public sealed record ManifestSet(
    IReadOnlyList<ManifestDocument> Documents,
    IReadOnlyList<Gateway> Gateways,
    IReadOnlyList<VirtualService> VirtualServices,
    IReadOnlyList<DestinationRule> DestinationRules,
    IReadOnlyList<V1Service> Services,
    IReadOnlyList<V1Deployment> Deployments,
    IReadOnlyList<V1ConfigMap> ConfigMaps,
    IReadOnlyList<ManifestProblem> Warnings)
{
    public static ManifestSet Empty { get; } = new([], [], [], [], [], [], [], []);
}
