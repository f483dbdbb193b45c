using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>The hosts that one cluster's ServiceEntries add. They are configuration, hence not shared.</summary>
internal sealed class ServiceEntryServices(MeshCluster cluster)
{
    public IEnumerable<MeshService> All =>
        cluster.Manifests.ServiceEntries
            .OrderByAge(entry => entry.Metadata)
            .SelectMany(entry => entry.Hosts, (entry, host) => (entry, host))
            .GroupBy(one => (one.host, one.entry.Metadata.Namespace))
            .Select(same => Merge(same.Key.host, [.. same.Select(one => one.entry)]));

    private MeshService Merge(string host, IReadOnlyList<ServiceEntry> entries) => new(
        host,
        entries[0].Metadata.Namespace,
        IsKubernetes: false,
        [.. entries
            .SelectMany(entry => entry.Ports, (entry, port) => (entry, port))
            .GroupBy(one => one.port.Number)
            .Select(same => new ServicePort(
                same.Key,
                same.First().port.Name,
                same.First().port.Protocol.ToLowerInvariant(),
                [.. same.SelectMany(one => Endpoints(host, one.entry, one.port))]))],
        [.. entries.SelectMany(entry => entry.Addresses)],
        entries[0].ExportTo,
        [])
    {
        KeepsAddress = entries.All(entry => entry is { Resolution: "NONE", WorkloadSelector: null }),
    };

    private IEnumerable<ServiceEndpoint> Endpoints(string host, ServiceEntry entry, ServiceEntryPort port)
    {
        if (entry.WorkloadSelector is { } selector)
        {
            return Selected(entry.Metadata.Namespace, selector, port);
        }

        // DNS without endpoints asks for the host itself; NONE has none, since it keeps the address that was dialled.
        return entry.Endpoints.Count == 0 && entry.Resolution is not ("STATIC" or "NONE")
            ? [Outside($"{host}:{port.TargetPort ?? port.Number}", null, Locality.Unknown, NoLabels, 1)]
            : entry.Endpoints.Select(endpoint => Of(endpoint, port));
    }

    private static readonly Dictionary<string, string> NoLabels = [];

    private IEnumerable<ServiceEndpoint> Selected(
        string space, IReadOnlyDictionary<string, string> selector, ServiceEntryPort port) =>
    [
        .. from pod in cluster.Pods
           where pod.IsReady && pod.Namespace == space && pod.Labels.Contains(selector)
           let address = pod.Addresses.GetValueOrDefault($"{port.TargetPort ?? port.Number}")
           where address is not null
           select KubernetesServices.Of(cluster, pod, address),
        .. from entry in cluster.Manifests.WorkloadEntries
           where entry.Metadata!.Namespace == space && entry.Labels.Contains(selector)
           select Of(entry, port),
    ];

    private ServiceEndpoint Of(WorkloadEntry entry, ServiceEntryPort port) => Outside(
        entry.Address.StartsWith("unix://", StringComparison.Ordinal)
            ? entry.Address
            : $"{entry.Address}:{entry.Ports.GetValueOrDefault(port.Name, port.TargetPort ?? port.Number)}",
        entry.Network,
        Locality.Parse(entry.Locality),
        entry.Labels,
        entry.Weight ?? 1);

    private ServiceEndpoint Outside(
        string address,
        string? network,
        Locality locality,
        IReadOnlyDictionary<string, string> labels,
        int weight) => new(
            address,
            Workload: null,
            Cluster: null,
            network ?? cluster.Network,
            locality,
            labels.In(cluster.Name, network ?? cluster.Network, locality),
            weight);
}
