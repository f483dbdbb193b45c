using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Sends copies of requests that nobody waits for.</summary>
internal sealed class Mirrors(Balancer balancer, UpstreamConnections connections)
{
    private const int MostUnderWay = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private static readonly ForwardAction Once =
        new(new([]), null, null, null, RetryPolicy.Disabled, [], StatusCodes.Status503ServiceUnavailable);

    private int _underWay;

    /// <summary>Each for itself.</summary>
    public static IReadOnlyList<Upstream> Draw(IReadOnlyList<MirrorTarget> targets)
    {
        if (targets.Count == 0)
        {
            return [];
        }

        return
        [
            .. targets.Where(target => target.Upstream is not null && Chance.Hits(target.Percent))
                .Select(target => target.Upstream!),
        ];
    }

    /// <param name="body">Is kept: the request may be over before its copies are.</param>
    public void Send(Exchange exchange, IReadOnlyList<Upstream> upstreams, ReadOnlyMemory<byte>? body)
    {
        foreach (var upstream in upstreams)
        {
            if (Interlocked.Increment(ref _underWay) > MostUnderWay)
            {
                Interlocked.Decrement(ref _underWay);
                return;
            }

            _ = SendAsync(exchange, upstream, body);
        }
    }

    private async Task SendAsync(Exchange exchange, Upstream upstream, ReadOnlyMemory<byte>? body)
    {
        try
        {
            // Everything that reads the request comes before the first wait, as long as the request is there.
            var lease = upstream.KeepsAddress ? null : balancer.Lease(upstream, exchange.Context, []).Lease;
            if (lease is null)
            {
                return;
            }

            using (lease)
            {
                using var copy = await CopyAsync(exchange, upstream, lease.Endpoint, body);
                using var limit = new CancellationTokenSource(Longest);
                using var answer = await connections.Client.SendAsync(copy, limit.Token);
                lease.Report((int)answer.StatusCode);
                await answer.Content.CopyToAsync(Stream.Null, limit.Token);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            // The copy is lost, as in Envoy.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private static async ValueTask<HttpRequestMessage> CopyAsync(
        Exchange exchange, Upstream upstream, UpstreamEndpoint endpoint, ReadOnlyMemory<byte>? body)
    {
        var copy = new HttpRequestMessage { Method = new(exchange.Request.Method) };
        if (body is { } bytes)
        {
            copy.Content = new ByteArrayContent(bytes.ToArray());
        }

        var one = new UpstreamTry(exchange, endpoint, upstream, Once, 1);
        await one.TransformRequestAsync(exchange.Context, copy, "", default);
        return copy;
    }
}
