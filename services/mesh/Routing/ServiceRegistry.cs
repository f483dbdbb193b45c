using k8s.Models;

namespace ColorDemo.Mesh.Routing;

/// <summary>All services of all clusters, merged by name and namespace.</summary>
/// <remarks>Source: Istio's namespace sameness; each istiod reads the endpoints of every cluster.</remarks>
internal sealed class ServiceRegistry(IReadOnlyList<MeshCluster> clusters)
{
    private readonly Dictionary<string, MeshService> _services = clusters
        .SelectMany(cluster => cluster.Manifests.Services.Select(service => (cluster, service)))
        .GroupBy(found => HostOf(found.service))
        .ToDictionary(found => found.Key, found => Merge(found.Key, [.. found]));

    public IEnumerable<MeshService> All => _services.Values;

    public MeshService? Find(string host) => _services.GetValueOrDefault(host);

    private static string HostOf(V1Service service) =>
        $"{service.Metadata.Name}.{service.Metadata.NamespaceProperty ?? "default"}.svc.cluster.local";

    private static MeshService Merge(string host, IReadOnlyList<(MeshCluster Cluster, V1Service Service)> found)
    {
        var ports = found
            .SelectMany(one => (one.Service.Spec?.Ports ?? []).Select(port => (one.Cluster, one.Service, Port: port)))
            .GroupBy(one => one.Port.Port)
            .Select(port => new ServicePort(
                port.Key, [.. port.SelectMany(one => Endpoints(one.Cluster, one.Service, one.Port))]));
        return new(host, host.Split('.')[1], [.. ports]);
    }

    private static IEnumerable<ServiceEndpoint> Endpoints(MeshCluster cluster, V1Service service, V1ServicePort port)
    {
        if (service.Spec.Selector is not { Count: > 0 } selector)
        {
            yield break; // without a selector, Kubernetes makes no endpoints
        }

        var target = port.TargetPort is { Value.Length: > 0 } named ? named.Value : $"{port.Port}";
        foreach (var pod in cluster.Pods.Where(pod => pod.IsReady && pod.Labels.Contains(selector)))
        {
            if (pod.Namespace == (service.Metadata.NamespaceProperty ?? "default")
                && pod.Addresses.TryGetValue(target, out var address))
            {
                yield return new(address, cluster, new Dictionary<string, string>(pod.Labels)
                {
                    [Labels.Cluster] = cluster.Name,
                });
            }
        }
    }
}
