using System.Net;
using System.Net.Sockets;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The connections to all upstreams, kept alive and shared.</summary>
internal sealed class UpstreamConnections : IDisposable
{
    private static readonly TimeSpan StandardTimeout = TimeSpan.FromSeconds(10); // Istio: tcp.connectTimeout
    private static readonly HttpRequestOptionsKey<TimeSpan> Timeout = new("connect timeout");

    public HttpMessageInvoker Client { get; } = new(Handler());

    private static SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null, // trace headers belong to the client and the pod
            ConnectTimeout = System.Threading.Timeout.InfiniteTimeSpan, // differs by upstream: see below
            ConnectCallback = ConnectAsync,
        };
        HeaderBytes.Keep(handler);
        return handler;
    }

    /// <param name="timeout">Absent: Istio's default.</param>
    public static void SetTimeout(HttpRequestMessage request, TimeSpan? timeout)
    {
        if (timeout is { } given)
        {
            request.Options.Set(Timeout, given);
        }
    }

    public void Dispose() => Client.Dispose();

    /// <exception cref="TimeoutException">Nobody answered in time.</exception>
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var timeout = context.InitialRequestMessage.Options.TryGetValue(Timeout, out var own) ? own : StandardTimeout;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(
            timeout.TotalMilliseconds < int.MaxValue ? timeout : System.Threading.Timeout.InfiniteTimeSpan);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, limited.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"No connection to {context.DnsEndPoint} within {timeout}.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
