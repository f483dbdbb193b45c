namespace ColorDemo.Mesh.Routing;

/// <summary>The endpoints of a service, or of one of its subsets. Envoy calls it a cluster.</summary>
/// <param name="Name">As Istio names it: <c>outbound|8800|bison|color-svc.color.svc.cluster.local</c>.</param>
/// <param name="Endpoints">Those that are ready; none at all answers 503 "no healthy upstream".</param>
public sealed record Upstream(
    string Name,
    string Host,
    string? Subset,
    int Port,
    IReadOnlyDictionary<string, string> SubsetLabels,
    IReadOnlyList<UpstreamEndpoint> Endpoints,
    UpstreamPolicy Policy)
{
    /// <summary>Requests go where the client dialled; there are no endpoints to choose from.</summary>
    public bool KeepsAddress { get; init; }

    /// <summary>Whether a request has somewhere to go as far as readiness and the other clusters' rules tell.</summary>
    public bool IsReachable => KeepsAddress || Endpoints.Any(endpoint => endpoint.IsReachable);
}

/// <summary>Where one pod answers.</summary>
/// <param name="Address"><c>host:port</c> of the pod, or of the other cluster's east-west gateway.</param>
/// <param name="Sni">
/// The name by which that gateway knows the upstream: <c>outbound_.8800_.bison_.color-svc.color.svc.cluster.local</c>.
/// Absent for a pod of the same network, which is reached directly.
/// </param>
/// <param name="Workloads">
/// Who may answer, as <c>deployment@cluster</c>: behind an east-west gateway all that it has of that name.
/// </param>
/// <param name="Priority">0 is used first, the next one as far as the former fails.</param>
/// <param name="Weight">Relative to the other endpoints of the same priority.</param>
public sealed record UpstreamEndpoint(
    string Address, string? Sni, IReadOnlyList<string> Workloads, int Priority, int Weight)
{
    /// <summary>False behind an east-west gateway that does not know the name, or has no pods for it.</summary>
    public bool IsReachable => Sni is null || Workloads.Count > 0;
}
