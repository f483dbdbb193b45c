namespace ColorDemo.Mesh.Istio;

/// <summary>Limits of an upstream. Istio <c>ConnectionPoolSettings</c>; absent means no limit, as 0 does.</summary>
/// <param name="MaxConnections"><c>tcp.maxConnections</c>.</param>
/// <param name="ConnectTimeout"><c>tcp.connectTimeout</c>; absent means 10 s.</param>
/// <param name="MaxPendingRequests"><c>http.http1MaxPendingRequests</c>: that wait for a connection.</param>
/// <param name="MaxRequests"><c>http.http2MaxRequests</c>: under way at a time, over HTTP/1.1 too.</param>
/// <param name="MaxRequestsPerConnection">1 means no keep-alive.</param>
/// <param name="MaxRetries"><c>http.maxRetries</c>: under way at a time.</param>
public sealed record ConnectionPool(
    int? MaxConnections,
    TimeSpan? ConnectTimeout,
    int? MaxPendingRequests,
    int? MaxRequests,
    int? MaxRequestsPerConnection,
    int? MaxRetries)
{
    internal static ConnectionPool? Read(Fields? pool)
    {
        if (pool is null)
        {
            return null;
        }

        if (pool.IsEmpty)
        {
            pool.Error("", "connection pool must have at least one field; set tcp or http");
        }

        var tcp = pool.Object("tcp");
        var http = pool.Object("http");
        var read = new ConnectionPool(
            LimitOf(tcp, "maxConnections"),
            tcp?.Duration("connectTimeout"),
            LimitOf(http, "http1MaxPendingRequests"),
            LimitOf(http, "http2MaxRequests"),
            LimitOf(http, "maxRequestsPerConnection"),
            LimitOf(http, "maxRetries"));
        CheckTcp(tcp);
        CheckHttp(http);
        pool.End();
        return read;
    }

    /// <summary>Zero is Istio's way to say that there is no limit.</summary>
    private static int? LimitOf(Fields? fields, string name) =>
        fields?.WholeNumber(name, 0, int.MaxValue) is { } limit and > 0 ? limit : null;

    private static void CheckTcp(Fields? tcp)
    {
        tcp?.NotSimulated("idleTimeout", "maxConnectionDuration", "tcpKeepalive");
        tcp?.Duration("idleTimeout", TimeSpan.Zero);
        tcp?.Duration("maxConnectionDuration");
        var keepalive = tcp?.Object("tcpKeepalive");
        keepalive?.WholeNumber("probes", 0, int.MaxValue);
        keepalive?.Duration("time");
        keepalive?.Duration("interval");
        keepalive?.End();
        tcp?.End();
    }

    private static void CheckHttp(Fields? http)
    {
        http?.NotSimulated(
            "idleTimeout", "h2UpgradePolicy", "http2KeepAlive", "maxConcurrentStreams", "useClientProtocol");
        http?.Duration("idleTimeout");
        http?.WholeNumber("maxConcurrentStreams", 0, int.MaxValue);
        var upgrade = http?.Choice("h2UpgradePolicy", "DEFAULT", "DO_NOT_UPGRADE", "UPGRADE");
        if (http?.Flag("useClientProtocol") is true && upgrade == "UPGRADE")
        {
            http.Error("useClientProtocol", "use client protocol must not be true when h2UpgradePolicy is UPGRADE; "
                + "leave one of them out");
        }

        var keepAlive = http?.Object("http2KeepAlive");
        keepAlive?.Duration("interval");
        keepAlive?.Duration("timeout");
        keepAlive?.End();
        http?.End();
    }
}
