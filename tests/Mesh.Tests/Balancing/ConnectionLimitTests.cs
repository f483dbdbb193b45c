using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests.Balancing;

public class ConnectionLimitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly Balancer _balancer = new(new FakeTime(), new(20210));

    [Fact]
    public void More_requests_than_allowed_overflow()
    {
        var upstream = Upstream(TestUpstream.Pool(requests: 2));
        using var first = Lease(upstream).Lease!;
        var second = Lease(upstream).Lease!;

        Assert.Equal((null, LocalReply.Overflow), Lease(upstream));

        second.Dispose();
        second.Dispose(); // counts once
        using var third = Lease(upstream).Lease;
        Assert.NotNull(third);
        Assert.Equal((null, LocalReply.Overflow), Lease(upstream));
    }

    [Fact]
    public async Task Requests_without_a_connection_wait_in_order_and_more_of_them_overflow()
    {
        var upstream = Upstream(TestUpstream.Pool(connections: 1, pending: 2));
        var first = (await LeaseAsync(upstream, Stop)).Lease!;
        var second = LeaseAsync(upstream, Stop).AsTask();
        var third = LeaseAsync(upstream, Stop).AsTask();

        Assert.Equal((null, LocalReply.Overflow), await LeaseAsync(upstream, Stop));
        Assert.False(second.IsCompleted || third.IsCompleted);

        first.Dispose();
        var lease = (await second).Lease!;
        Assert.False(third.IsCompleted);

        lease.Dispose();
        (await third).Lease!.Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_makes_room_and_is_never_served()
    {
        var upstream = Upstream(TestUpstream.Pool(connections: 1, pending: 1));
        var first = (await LeaseAsync(upstream, Stop)).Lease!;
        using var client = new CancellationTokenSource();
        var second = LeaseAsync(upstream, client.Token).AsTask();
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        var third = LeaseAsync(upstream, Stop).AsTask();
        first.Dispose();

        Assert.NotNull((await third).Lease);
    }

    [Fact]
    public async Task Many_at_once_never_use_more_connections_than_there_are()
    {
        var upstream = Upstream(TestUpstream.Pool(connections: 3));
        var underWay = 0;

        await Parallel.ForAsync(0, 2000, Stop, async (_, stop) =>
        {
            using var lease = (await LeaseAsync(upstream, stop)).Lease!;
            Assert.InRange(Interlocked.Increment(ref underWay), 1, 3);
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
        });
    }

    [Fact]
    public void An_endpoint_without_a_connection_always_gets_one()
    {
        var policy = TestUpstream.Policy("ROUND_ROBIN") with { ConnectionPool = TestUpstream.Pool(connections: 1) };
        var upstream = TestUpstream.Equal(policy, 2);

        using var first = Lease(upstream).Lease;
        using var second = Lease(upstream).Lease;

        Assert.NotEqual(first!.Endpoint, second!.Endpoint);
        Assert.Equal((null, LocalReply.Overflow), Lease(upstream));
    }

    [Fact]
    public void Retries_are_limited_by_themselves()
    {
        var upstream = Upstream(TestUpstream.Pool(retries: 1));
        Assert.True(_balancer.CanRetry(upstream));
        var retry = Lease(upstream, upstream.Endpoints[0]).Lease!;

        Assert.False(_balancer.CanRetry(upstream));
        Assert.Equal((null, LocalReply.Overflow), Lease(upstream, upstream.Endpoints[0]));
        using var another = Lease(upstream).Lease;
        Assert.NotNull(another);

        retry.Dispose();
        Assert.True(_balancer.CanRetry(upstream));
    }

    [Fact]
    public async Task An_overflow_is_answered_as_Envoy_answers()
    {
        var context = new DefaultHttpContext();
        context.Response.Body = new MemoryStream();

        await LocalReply.Overflow.SendAsync(context);

        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("true", context.Response.Headers["x-envoy-overloaded"]);
        Assert.Equal("UO", context.Response.Headers["x-color-mesh-flag"]);
        Assert.Equal(
            "upstream connect error or disconnect/reset before headers. reset reason: overflow",
            System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(null, false)]
    public void One_request_per_connection_closes_it(int? requests, bool closes)
    {
        var pool = TestUpstream.Pool() with { MaxRequestsPerConnection = requests };
        using var lease = Lease(Upstream(pool)).Lease!;

        Assert.Equal(closes, lease.ClosesConnection);
    }

    private static Upstream Upstream(ConnectionPool pool) =>
        TestUpstream.Equal(TestUpstream.Policy() with { ConnectionPool = pool }, 1);

    private (EndpointLease? Lease, LocalReply? Refusal) Lease(Upstream upstream, params UpstreamEndpoint[] tried) =>
        _balancer.Lease(upstream, new DefaultHttpContext(), tried);

    private ValueTask<(EndpointLease? Lease, LocalReply? Refusal)> LeaseAsync(
        Upstream upstream, CancellationToken stop) =>
        _balancer.LeaseAsync(upstream, new DefaultHttpContext(), [], stop);
}
