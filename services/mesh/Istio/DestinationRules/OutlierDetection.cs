namespace ColorDemo.Mesh.Istio;

/// <summary>When an endpoint that fails is left out for a while. Istio <c>OutlierDetection</c>.</summary>
/// <param name="Consecutive5xxErrors">In a row; default 5, 0 switches it off. Timeouts and connect errors count.</param>
/// <param name="ConsecutiveGatewayErrors">502, 503, 504 in a row; absent and 0 mean off.</param>
/// <param name="Interval">Between two sweeps, which also bring endpoints back; default 10 s.</param>
/// <param name="BaseEjectionTime">Multiplied by how often the endpoint was ejected; default 30 s.</param>
/// <param name="MaxEjectionPercent">Of the endpoints; default 10, and one may always be ejected.</param>
/// <param name="MinHealthPercent">
/// Below this share of healthy endpoints all are used again; default 0, which never happens.
/// </param>
public sealed record OutlierDetection(
    int Consecutive5xxErrors,
    int ConsecutiveGatewayErrors,
    TimeSpan Interval,
    TimeSpan BaseEjectionTime,
    int MaxEjectionPercent,
    int MinHealthPercent);
