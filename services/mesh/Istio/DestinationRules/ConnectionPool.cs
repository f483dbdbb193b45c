namespace ColorDemo.Mesh.Istio;

/// <summary>Limits of an upstream. Istio <c>ConnectionPoolSettings</c>; absent means no limit.</summary>
/// <param name="MaxConnections"><c>tcp.maxConnections</c>.</param>
/// <param name="ConnectTimeout"><c>tcp.connectTimeout</c>; absent means 10 s.</param>
/// <param name="MaxPendingRequests"><c>http.http1MaxPendingRequests</c>: that wait for a connection.</param>
/// <param name="MaxRequests"><c>http.http2MaxRequests</c>: under way at a time, over HTTP/1.1 too.</param>
/// <param name="MaxRequestsPerConnection">0 and absent mean no limit; 1 means no keep-alive.</param>
/// <param name="MaxRetries"><c>http.maxRetries</c>: under way at a time.</param>
/// <param name="IdleTimeout"><c>http.idleTimeout</c> of a connection; absent means 1 h.</param>
public sealed record ConnectionPool(
    int? MaxConnections,
    TimeSpan? ConnectTimeout,
    int? MaxPendingRequests,
    int? MaxRequests,
    int? MaxRequestsPerConnection,
    int? MaxRetries,
    TimeSpan? IdleTimeout);
