namespace ColorDemo.Mesh.Routing;

/// <summary>Makes the upstreams of one client, each once.</summary>
internal sealed class Upstreams(MeshClient client, ServiceRegistry services, MeshNetworks networks)
{
    private readonly DestinationRules _rules = networks.RulesOf(client.Cluster);
    private readonly Dictionary<(string Host, string? Subset, int Port), Upstream?> _known = [];

    public MeshService? Service(string host) => services.Find(host, client.Namespace);

    /// <returns>Null when the service, its port or the subset is not known to this client.</returns>
    public Upstream? Find(string host, string? subset, int port)
    {
        var key = (host, subset, port);
        return _known.TryGetValue(key, out var known) ? known : _known[key] = Make(host, subset, port);
    }

    private Upstream? Make(string host, string? subsetName, int number)
    {
        if (Service(host) is not { } service || service.Port(number) is not { } port)
        {
            return null;
        }

        var rule = _rules.Of(service, client);
        var subset = subsetName is null ? null : rule?.Subset(subsetName);
        if (subsetName is not null && subset is null)
        {
            return null;
        }

        var policy = UpstreamPolicy.Of(rule, subset, number);
        var labels = subset?.Labels ?? new Dictionary<string, string>();
        IReadOnlyList<ServiceEndpoint> endpoints = Distribution.Apply(
            [.. port.Endpoints.Where(one => one.Bears(labels) && (IsNear(one) || policy.CrossesNetworks))],
            policy,
            client);
        var priorities = Priorities.Of(endpoints, service, policy, client);
        return new(
            UpstreamName.Of(number, subsetName, service.Host),
            service.Host,
            subsetName,
            number,
            labels,
            [.. endpoints.Zip(priorities, (one, priority) => Reach(one, priority, service, subsetName, number))],
            policy)
        {
            KeepsAddress = service.KeepsAddress,
        };
    }

    private bool IsNear(ServiceEndpoint endpoint) =>
        endpoint.Cluster is null || endpoint.Network == client.Cluster.Network;

    /// <summary>One entry a remote pod, so that the other cluster's gateway is drawn as often as it has pods.</summary>
    private UpstreamEndpoint Reach(
        ServiceEndpoint endpoint, int priority, MeshService service, string? subset, int port)
    {
        if (IsNear(endpoint))
        {
            return new(endpoint.Address, null, endpoint.Workload is { } one ? [one] : [], priority, endpoint.Weight);
        }

        var behind = networks.Behind(endpoint.Cluster!, service.Host, subset, port);
        return new(
            endpoint.Cluster!.EastWestAddress,
            UpstreamName.Sni(port, subset, service.Host),
            [.. behind.Select(pod => pod.Workload).OfType<string>().Distinct()],
            priority,
            endpoint.Weight);
    }
}

internal static class UpstreamName
{
    public static string Of(int port, string? subset, string host) => $"outbound|{port}|{subset}|{host}";

    public static string Sni(int port, string? subset, string host) => $"outbound_.{port}_.{subset}_.{host}";
}
