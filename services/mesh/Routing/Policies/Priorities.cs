using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Which endpoints are used first, seen from one client: 0 before 1, without gaps.</summary>
/// <remarks>
/// Without outlier detection nothing would ever fail over, so Istio makes no priorities then, unless the Service itself
/// asks for near endpoints. Source: Istio's <c>loadbalancer.ApplyLocalityLoadBalancer</c>.
/// </remarks>
internal static class Priorities
{
    public static IReadOnlyList<int> Of(
        IReadOnlyList<ServiceEndpoint> endpoints, MeshService service, UpstreamPolicy policy, MeshClient client)
    {
        var locality = policy.Locality;
        Func<ServiceEndpoint, int> rank = service.Prefers.Count > 0
            ? endpoint => ByLabels(endpoint, service.Prefers, client)
            : policy.OutlierDetection is null || locality is { IsEnabled: false } or { Distribute.Count: > 0 }
                ? _ => 0
                : locality is { FailoverPriority: { Count: > 0 } labels }
                    ? endpoint => ByLabels(endpoint, labels, client)
                    : endpoint => ByPlace(endpoint.Locality, locality?.Failover ?? [], client.Cluster.Locality);
        var ranks = endpoints.Select(rank).ToList();
        var used = ranks.Distinct().Order().ToList();
        return [.. ranks.Select(one => used.IndexOf(one))];
    }

    /// <summary>Labels are compared in order; the earlier one differs, the later the endpoint is used.</summary>
    private static int ByLabels(ServiceEndpoint endpoint, IReadOnlyList<string> labels, MeshClient client)
    {
        for (var index = 0; index < labels.Count; index++)
        {
            // name=value asks for that value, whatever the client has
            var (name, wanted) = labels[index].Split('=', 2) is [var label, var value]
                ? (label, value)
                : (labels[index], client.Labels.GetValueOrDefault(labels[index], ""));
            if (endpoint.Labels.GetValueOrDefault(name, "") != wanted)
            {
                return labels.Count - index;
            }
        }

        return 0;
    }

    private static int ByPlace(Locality endpoint, IReadOnlyList<LocalityFailover> failover, Locality client)
    {
        var distance = client.DistanceTo(endpoint);
        return distance == 3 && failover.FirstOrDefault(one => one.From == client.Region) is { } rule
            && endpoint.Region != rule.To
                ? 4
                : distance;
    }
}
