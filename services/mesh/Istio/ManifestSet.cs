using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>Everything that one cluster's manifests say. Immutable.</summary>
public sealed record ManifestSet
{
    public static ManifestSet Empty { get; } = new();

    /// <summary>Every object as it was written, known to the mesh or not.</summary>
    public IReadOnlyList<ManifestDocument> Documents { get; init; } = [];

    /// <summary>What was read and is not simulated, or looks like a mistake.</summary>
    public IReadOnlyList<ManifestProblem> Warnings { get; init; } = [];

    public IReadOnlyList<Gateway> Gateways { get; init; } = [];

    public IReadOnlyList<VirtualService> VirtualServices { get; init; } = [];

    public IReadOnlyList<DestinationRule> DestinationRules { get; init; } = [];

    public IReadOnlyList<ServiceEntry> ServiceEntries { get; init; } = [];

    public IReadOnlyList<WorkloadEntry> WorkloadEntries { get; init; } = [];

    public IReadOnlyList<KubernetesGateway> KubernetesGateways { get; init; } = [];

    /// <summary>Names of Gateway API's GatewayClasses, and the controller of each.</summary>
    public IReadOnlyDictionary<string, string> GatewayClasses { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<HttpRoute> HttpRoutes { get; init; } = [];

    public IReadOnlyList<ReferenceGrant> ReferenceGrants { get; init; } = [];

    public IReadOnlyList<V1Service> Services { get; init; } = [];

    public IReadOnlyList<V1Deployment> Deployments { get; init; } = [];

    public IReadOnlyList<V1ConfigMap> ConfigMaps { get; init; } = [];

    public IReadOnlyList<V1Namespace> Namespaces { get; init; } = [];

    /// <summary>What several sets say together, in their order.</summary>
    public static ManifestSet Join(IEnumerable<ManifestSet> sets)
    {
        var all = sets.ToList();
        return new()
        {
            Documents = [.. all.SelectMany(one => one.Documents)],
            Warnings = ManifestFindings.InOrder(all.SelectMany(one => one.Warnings)),
            Gateways = [.. all.SelectMany(one => one.Gateways)],
            VirtualServices = [.. all.SelectMany(one => one.VirtualServices)],
            DestinationRules = [.. all.SelectMany(one => one.DestinationRules)],
            ServiceEntries = [.. all.SelectMany(one => one.ServiceEntries)],
            WorkloadEntries = [.. all.SelectMany(one => one.WorkloadEntries)],
            KubernetesGateways = [.. all.SelectMany(one => one.KubernetesGateways)],
            GatewayClasses = all.SelectMany(one => one.GatewayClasses).ToDictionary(),
            HttpRoutes = [.. all.SelectMany(one => one.HttpRoutes)],
            ReferenceGrants = [.. all.SelectMany(one => one.ReferenceGrants)],
            Services = [.. all.SelectMany(one => one.Services)],
            Deployments = [.. all.SelectMany(one => one.Deployments)],
            ConfigMaps = [.. all.SelectMany(one => one.ConfigMaps)],
            Namespaces = [.. all.SelectMany(one => one.Namespaces)],
        };
    }
}
