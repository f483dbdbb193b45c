namespace ColorDemo.Mesh.Routing;

/// <summary>The endpoints of a service, or of one of its subsets. Envoy calls it a cluster.</summary>
/// <param name="Name">As Istio names it: <c>outbound|8800|bison|color-svc.color.svc.cluster.local</c>.</param>
/// <param name="Endpoints">Those that are ready; none at all answers 503 "no healthy upstream".</param>
public sealed record Upstream(string Name, IReadOnlyList<UpstreamEndpoint> Endpoints);

/// <summary>Where one pod answers.</summary>
/// <param name="Address"><c>host:port</c> of the pod, or of the other cluster's east-west gateway.</param>
/// <param name="Sni">
/// The name by which that gateway knows the upstream: <c>outbound_.8800_.bison_.color-svc.color.svc.cluster.local</c>.
/// Absent for a pod of the same cluster, which is reached directly.
/// </param>
public sealed record UpstreamEndpoint(string Address, string? Sni);
