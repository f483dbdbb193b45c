namespace ColorDemo.Mesh.Routing;

/// <summary>A pod, as the services that select it see it.</summary>
/// <param name="Workload">The name of its Deployment.</param>
/// <param name="Addresses">Where each container port answers, <c>host:port</c>, by the port's number and name.</param>
/// <param name="IsReady">Only ready pods get traffic.</param>
public sealed record Pod(
    string Name,
    string Workload,
    string Namespace,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Addresses,
    bool IsReady);
