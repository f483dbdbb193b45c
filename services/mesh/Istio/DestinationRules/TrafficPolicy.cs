namespace ColorDemo.Mesh.Istio;

/// <summary>How connections to a host are made. Istio <c>TrafficPolicy</c>; an absent block is Istio's default.</summary>
/// <param name="Ports">
/// Policies of single ports: one that names the port replaces all four blocks, unset ones become defaults.
/// </param>
public sealed record TrafficPolicy(
    LoadBalancer? LoadBalancer,
    ConnectionPool? ConnectionPool,
    OutlierDetection? OutlierDetection,
    ClientTls? Tls,
    IReadOnlyList<PortTrafficPolicy> Ports);

/// <summary>Istio <c>TrafficPolicy.PortTrafficPolicy</c>. <c>Policy.Ports</c> is empty.</summary>
/// <param name="Port">A port of the service.</param>
public sealed record PortTrafficPolicy(int Port, TrafficPolicy Policy);

/// <summary>Istio <c>ClientTLSSettings</c>, of which the mesh here only needs the mode.</summary>
/// <param name="Mode">DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL.</param>
public sealed record ClientTls(string Mode);
