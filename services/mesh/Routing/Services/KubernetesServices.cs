using k8s.Models;

namespace ColorDemo.Mesh.Routing;

/// <summary>Makes one service of the Services that bear the same name and namespace in any cluster.</summary>
/// <remarks>Source: Istio's namespace sameness; each istiod reads the endpoints of every cluster.</remarks>
internal static class KubernetesServices
{
    private const string ExportTo = "networking.istio.io/exportTo";

    public static IEnumerable<MeshService> Of(IReadOnlyList<MeshCluster> clusters)
    {
        var all = clusters
            .SelectMany(cluster => cluster.Manifests.Services.Select(service => new Found(cluster, service)))
            .ToLookup(found => found.Host);
        return all.Select(found => Merge(found.Key, [.. found], all));
    }

    private static MeshService Merge(string host, IReadOnlyList<Found> found, ILookup<string, Found> all)
    {
        var ports = found
            .SelectMany(one => (one.Service.Spec?.Ports ?? []).Select(port => (one, port)))
            .Where(one => one.port.Protocol is null or "TCP")
            .GroupBy(one => one.port.Port)
            .Select(port => new ServicePort(
                port.Key,
                port.First().port.Name ?? "",
                ProtocolOf(port.First().port),
                [.. port.SelectMany(one => Endpoints(one.one, one.port, all))]));
        var first = found[0].Service;
        return new(
            host,
            found[0].Namespace,
            IsKubernetes: true,
            [.. ports],
            [.. found.Select(one => one.Service.Spec?.ClusterIP).OfType<string>().Where(address => address != "None")],
            first.Metadata.Annotations?.TryGetValue(ExportTo, out var spaces) is true
                ? spaces.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : [],
            Preference(first.Spec?.TrafficDistribution));
    }

    /// <remarks>Source: Istio's <c>GetLocalityLbSetting</c>, for <c>spec.trafficDistribution</c>.</remarks>
    private static IReadOnlyList<string> Preference(string? distribution) => distribution switch
    {
        "PreferClose" or "PreferSameZone" => [Labels.Network, Labels.Region, Labels.Zone],
        "PreferSameNode" => [Labels.Network, Labels.Region, Labels.Zone, Labels.Subzone],
        _ => [],
    };

    /// <summary>By <c>appProtocol</c>, else by the part of the port's name before its hyphen.</summary>
    private static string ProtocolOf(V1ServicePort port) => (port.AppProtocol ?? port.Name ?? "").ToLowerInvariant()
        switch
    {
        "kubernetes.io/h2c" => "http2",
        "kubernetes.io/ws" => "http",
        "kubernetes.io/wss" => "https",
        var name when name.StartsWith("grpc-web", StringComparison.Ordinal) => "grpc-web",
        var name when Known.Contains(name.Split('-')[0]) => name.Split('-')[0],
        _ => "",
    };

    private static readonly string[] Known =
        ["http", "http2", "grpc", "https", "tls", "tcp", "mongo", "mysql", "redis", "udp", "hbone"];

    private static IEnumerable<ServiceEndpoint> Endpoints(
        Found found, V1ServicePort port, ILookup<string, Found> all)
    {
        var target = port.TargetPort is { Value.Length: > 0 } named ? named.Value : $"{port.Port}";
        return found.Service.Spec switch
        {
            { Type: "ExternalName", ExternalName: { } name } => Alias(found, name, port, all),
            { Selector: { Count: > 0 } selector } => Selected(found, selector, target),
            _ => ManualEndpoints.Of(found.Cluster, found.Namespace, found.Service.Metadata.Name, port.Name),
        };
    }

    /// <summary>Another service of the mesh, or a name that DNS knows.</summary>
    /// <remarks>Source: Istio's handling of ExternalName services as aliases; an alias of an alias is none.</remarks>
    private static IEnumerable<ServiceEndpoint> Alias(
        Found found, string name, V1ServicePort port, ILookup<string, Found> all)
    {
        var targets = all[name.TrimEnd('.')].Where(one => one.Service.Spec.Type != "ExternalName").ToList();
        return targets.Count == 0
            ? [ManualEndpoints.At($"{name}:{port.Port}", found.Cluster)]
            : from target in targets
              from same in target.Service.Spec.Ports
              where same.Port == port.Port
              from endpoint in Endpoints(target, same, all)
              select endpoint;
    }

    private static IEnumerable<ServiceEndpoint> Selected(
        Found found, IDictionary<string, string> selector, string target)
    {
        foreach (var pod in found.Cluster.Pods.Where(pod => pod.IsReady && pod.Labels.Contains(selector)))
        {
            if (pod.Namespace == found.Namespace && pod.Addresses.TryGetValue(target, out var address))
            {
                yield return Of(found.Cluster, pod, address);
            }
        }
    }

    public static ServiceEndpoint Of(MeshCluster cluster, Pod pod, string address) => new(
        address,
        $"{pod.Workload}@{cluster.Name}",
        cluster,
        cluster.Network,
        cluster.Locality,
        pod.Labels.In(cluster.Name, cluster.Network, cluster.Locality),
        Weight: 1);

    private sealed record Found(MeshCluster Cluster, V1Service Service)
    {
        public string Namespace => Service.Metadata.NamespaceProperty ?? "default";

        public string Host => $"{Service.Metadata.Name}.{Namespace}.svc.cluster.local";
    }
}
