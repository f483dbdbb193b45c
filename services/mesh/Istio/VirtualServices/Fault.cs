namespace ColorDemo.Mesh.Istio;

/// <summary>
/// Delays some requests, then answers some with an error; the two are drawn apart. Istio <c>HTTPFaultInjection</c>.
/// </summary>
public sealed record Fault(DelayFault? Delay, AbortFault? Abort);

/// <param name="Percent">0 to 100 in steps of 0.0001; absent in the manifest means 0: never.</param>
public sealed record DelayFault(double Percent, TimeSpan Duration);

/// <param name="Percent">0 to 100 in steps of 0.0001; absent in the manifest means 0: never.</param>
/// <param name="Status">The HTTP status of the answer, 200 to 600.</param>
/// <param name="GrpcStatus">Instead: HTTP 200 with this gRPC status code, 0 to 16.</param>
public sealed record AbortFault(double Percent, int Status, int? GrpcStatus);
