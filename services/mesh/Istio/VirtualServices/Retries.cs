namespace ColorDemo.Mesh.Istio;

/// <summary>When a failed try is repeated. Istio <c>HTTPRetry</c>.</summary>
/// <param name="Attempts">Tries after the first; 0 switches retries off.</param>
/// <param name="RetryOn">Envoy's conditions, without the numbers among them; null means Istio's default.</param>
/// <param name="StatusCodes">The numbers that stood in <c>retryOn</c>.</param>
/// <param name="PerTryTimeout">Absent: only the route's own timeout counts.</param>
/// <param name="Backoff">Before the first retry, then doubled, with jitter; absent means 25 ms.</param>
public sealed record Retries(
    int Attempts,
    IReadOnlyList<string>? RetryOn,
    IReadOnlyList<int> StatusCodes,
    TimeSpan? PerTryTimeout,
    TimeSpan? Backoff);
