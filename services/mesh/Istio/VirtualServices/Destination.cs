namespace ColorDemo.Mesh.Istio;

/// <summary>A service, or a part of it. Istio <c>Destination</c>.</summary>
/// <param name="Host">Full name: a short one was completed with the VirtualService's namespace.</param>
/// <param name="Subset">A subset of the host's DestinationRule; absent means all endpoints.</param>
/// <param name="Port">Absent: the service's only port, else the port that the request came in on.</param>
public sealed record Destination(string Host, string? Subset, int? Port);
