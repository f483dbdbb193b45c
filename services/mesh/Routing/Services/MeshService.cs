namespace ColorDemo.Mesh.Routing;

/// <summary>
/// A host that the mesh knows: Services of the same name and namespace in any cluster, or a ServiceEntry's.
/// </summary>
/// <param name="Host">Full name in lower case, for example <c>color-svc.color.svc.cluster.local</c>.</param>
/// <param name="IsKubernetes">Else it comes from a ServiceEntry.</param>
/// <param name="Addresses">Cluster addresses, at which clients may ask for it too.</param>
/// <param name="ExportTo">Namespaces, <c>.</c> or <c>*</c>; empty means <c>*</c>.</param>
/// <param name="Prefers">What near endpoints have in common with the client, from the Service's own policy.</param>
public sealed record MeshService(
    string Host,
    string Namespace,
    bool IsKubernetes,
    IReadOnlyList<ServicePort> Ports,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<string> ExportTo,
    IReadOnlyList<string> Prefers)
{
    /// <summary>Requests go to the address that the client dialled: a ServiceEntry with resolution NONE.</summary>
    public bool KeepsAddress { get; init; }

    public bool IsWildcard => Host.StartsWith('*');

    public ServicePort? Port(int number) => Ports.FirstOrDefault(port => port.Number == number);

    public bool IsVisibleFrom(string space) => Visibility.Allows(ExportTo, Namespace, space);
}

/// <param name="Protocol">Istio's name in lower case; empty when it is for the proxy to find out, as HTTP is.</param>
/// <param name="Endpoints">Ready ones of every cluster; each knows its own labels.</param>
public sealed record ServicePort(int Number, string Name, string Protocol, IReadOnlyList<ServiceEndpoint> Endpoints)
{
    private static readonly string[] Http = ["http", "http2", "grpc", "grpc-web", "http_proxy", ""];

    public bool IsHttp => Http.Contains(Protocol);
}

/// <param name="Address"><c>host:port</c>.</param>
/// <param name="Workload"><c>deployment@cluster</c>; null for an address that a ServiceEntry names.</param>
/// <param name="Cluster">Null for an address outside of all clusters.</param>
/// <param name="Weight">Relative to the other endpoints.</param>
public sealed record ServiceEndpoint(
    string Address,
    string? Workload,
    MeshCluster? Cluster,
    string Network,
    Locality Locality,
    IReadOnlyDictionary<string, string> Labels,
    int Weight)
{
    public bool Bears(IReadOnlyDictionary<string, string> labels) => Labels.Contains(labels);
}
