using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>What each cluster's east-west gateway lets in.</summary>
/// <remarks>
/// Only pods of its own cluster, and only subsets that its own DestinationRules define. Source: Istio's
/// <c>buildOutboundSniDnatClusters</c>.
/// </remarks>
internal sealed class MeshNetworks(IReadOnlyList<MeshCluster> clusters)
{
    /// <summary>Where Istio's gateways run, which decides the rules that they see.</summary>
    private const string GatewayNamespace = "istio-system";

    private static readonly Dictionary<string, string> EastWestLabels = new() { ["istio"] = "eastwestgateway" };

    private readonly Dictionary<string, DestinationRules> _rules =
        clusters.ToDictionary(cluster => cluster.Name, cluster => new DestinationRules(cluster.Manifests));

    private readonly Dictionary<string, ServiceRegistry> _registries =
        clusters.ToDictionary(cluster => cluster.Name, cluster => new ServiceRegistry(cluster, clusters));

    public DestinationRules RulesOf(MeshCluster cluster) => _rules[cluster.Name];

    public ServiceRegistry RegistryOf(MeshCluster cluster) => _registries[cluster.Name];

    /// <summary>
    /// The pods of a cluster that its east-west gateway serves under this name; none if it knows no such.
    /// </summary>
    public IReadOnlyList<ServiceEndpoint> Behind(MeshCluster cluster, string host, string? subset, int port)
    {
        var gateway = MeshClient.In(cluster, GatewayNamespace, EastWestLabels);
        if (RegistryOf(cluster).Find(host, GatewayNamespace) is not { } service || service.Port(port) is not { } found)
        {
            return [];
        }

        var own = found.Endpoints.Where(endpoint => endpoint.Cluster?.Name == cluster.Name);
        return subset is null
            ? [.. own]
            : RulesOf(cluster).Of(service, gateway)?.Subset(subset) is { } defined
                ? [.. own.Where(endpoint => endpoint.Bears(defined.Labels))]
                : [];
    }

    /// <summary>Everything that a cluster's east-west gateway knows, by SNI.</summary>
    public IReadOnlyDictionary<string, Upstream> EastWestGateway(MeshCluster cluster)
    {
        Dictionary<string, Upstream> upstreams = [];
        var gateway = MeshClient.In(cluster, GatewayNamespace, EastWestLabels);
        foreach (var service in RegistryOf(cluster).VisibleFrom(GatewayNamespace))
        {
            var rule = RulesOf(cluster).Of(service, gateway);
            foreach (var port in service.Ports)
            {
                foreach (var subset in (rule?.Subsets ?? []).Select(Subset? (subset) => subset).Append(null))
                {
                    upstreams[UpstreamName.Sni(port.Number, subset?.Name, service.Host)] = new(
                        UpstreamName.Of(port.Number, subset?.Name, service.Host),
                        service.Host,
                        subset?.Name,
                        port.Number,
                        subset?.Labels ?? new Dictionary<string, string>(),
                        [.. Behind(cluster, service.Host, subset?.Name, port.Number)
                            .Select(pod => new UpstreamEndpoint(pod.Address, null, [pod.Workload!], 0, 1))],
                        UpstreamPolicy.Of(rule, subset, port.Number) with { OutlierDetection = null });
                }
            }
        }

        return upstreams;
    }
}
