namespace ColorDemo.Mesh.Routing;

/// <summary>The services that the clients of one cluster know.</summary>
internal sealed class ServiceRegistry
{
    private readonly Dictionary<string, List<MeshService>> _services = [];

    public ServiceRegistry(MeshCluster cluster, IReadOnlyList<MeshCluster> all)
    {
        foreach (var service in KubernetesServices.Of(all).Concat(new ServiceEntryServices(cluster).All))
        {
            if (!_services.TryGetValue(service.Host, out var same))
            {
                _services[service.Host] = same = [];
            }

            same.Add(service);
        }
    }

    public IEnumerable<MeshService> All => _services.Values.SelectMany(same => same);

    /// <summary>One for each host; where several claim it, Kubernetes' own, then the client's namespace's.</summary>
    public IEnumerable<MeshService> VisibleFrom(string space) =>
        _services.Values.Select(same => Choose(same, space)).OfType<MeshService>();

    public MeshService? Find(string host, string space) =>
        _services.TryGetValue(host.ToLowerInvariant(), out var same) ? Choose(same, space) : null;

    /// <summary>Whether anybody offers that port of that host.</summary>
    public bool Has(string host, int port) =>
        _services.TryGetValue(host.ToLowerInvariant(), out var same) && same.Any(one => one.Port(port) is not null);

    private static MeshService? Choose(List<MeshService> same, string space) => same
        .Where(service => service.IsVisibleFrom(space))
        .OrderByDescending(service => service.IsKubernetes)
        .ThenByDescending(service => service.Namespace == space)
        .FirstOrDefault();
}
