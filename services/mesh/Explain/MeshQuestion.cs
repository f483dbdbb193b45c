namespace ColorDemo.Mesh.Explain;

/// <summary>A request that was not sent, to be told what would become of it.</summary>
/// <param name="Host">As sent, with its port if it has one.</param>
/// <param name="Path">With its query.</param>
/// <param name="Protocol"><c>http</c> or <c>https</c>.</param>
public sealed record MeshQuestion(
    string? Name = null,
    string Method = "GET",
    string Host = "localhost",
    string Path = "/",
    IReadOnlyDictionary<string, string>? Headers = null,
    string Protocol = "http",
    Asker? From = null);

/// <summary>Whose proxy gets the request.</summary>
/// <param name="Kind"><c>gateway</c> or <c>mesh</c>.</param>
/// <param name="Cluster">Default: the first.</param>
/// <param name="Namespace">Of the pod. Default: <c>istio-system</c> of a gateway, <c>default</c> of a client.</param>
/// <param name="Labels">Of the pod. Default of a gateway: <c>istio: ingressgateway</c>.</param>
/// <param name="Port">
/// Of the gateway's Service, 80 by default; in the mesh the port that is dialled: the host's, or 80.
/// </param>
/// <param name="PodPort">The port in the gateway's pod, instead of its Service's.</param>
/// <param name="GatewayApi">A Gateway of the Gateway API, <c>namespace/name</c>, instead of labels.</param>
public sealed record Asker(
    string Kind = "gateway",
    string? Cluster = null,
    string? Namespace = null,
    IReadOnlyDictionary<string, string>? Labels = null,
    int? Port = null,
    int? PodPort = null,
    string? GatewayApi = null);
