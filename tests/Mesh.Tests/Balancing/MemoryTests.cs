using System.Runtime.CompilerServices;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests.Balancing;

public class MemoryTests
{
    private static readonly UpstreamPolicy Ejecting =
        TestUpstream.Policy() with { OutlierDetection = TestUpstream.Outliers(errors: 1) };

    private readonly FakeTime _time = new();
    private readonly Balancer _balancer;

    public MemoryTests() => _balancer = new(_time, new(20210));

    [Fact]
    public void Ejections_survive_a_reload()
    {
        _balancer.Answer(TestUpstream.Equal(Ejecting, 3), "pod-0", 500);

        Assert.Equal(["pod-1", "pod-2"], _balancer.Used(TestUpstream.Equal(Ejecting, 3)));
    }

    [Fact]
    public void An_answer_to_the_old_snapshot_counts_for_the_new_one()
    {
        var old = TestUpstream.Equal(Ejecting, 2);
        using var underWay = _balancer.Lease(old, new DefaultHttpContext(), []).Lease!;
        var upstream = TestUpstream.Equal(Ejecting, 2);
        Assert.Equal(2, _balancer.Used(upstream).Length);

        underWay.Report(503);

        Assert.DoesNotContain(underWay.Endpoint.Address, _balancer.Used(upstream));
    }

    [Fact]
    public void Requests_under_way_survive_a_reload()
    {
        var policy = TestUpstream.Policy() with { ConnectionPool = TestUpstream.Pool(requests: 1) };
        using var underWay = _balancer.Lease(TestUpstream.Equal(policy, 1), new DefaultHttpContext(), []).Lease;

        Assert.Equal(
            (null, LocalReply.Overflow),
            _balancer.Lease(TestUpstream.Equal(policy, 1), new DefaultHttpContext(), []));
    }

    [Fact]
    public void An_endpoint_that_comes_again_is_a_new_one()
    {
        _balancer.Answer(TestUpstream.Equal(Ejecting, 2), "pod-1", 500);
        Assert.Equal(["pod-0"], _balancer.Used(TestUpstream.Equal(Ejecting, 1)));

        Assert.Equal(["pod-0", "pod-1"], _balancer.Used(TestUpstream.Equal(Ejecting, 2)));
    }

    [Fact]
    public void Clients_do_not_share_what_they_saw()
    {
        var (ingress, eastWest) = (new Balancer(_time), new Balancer(_time));
        ingress.Answer(TestUpstream.Equal(Ejecting, 2), "pod-0", 500);

        Assert.Single(ingress.Used(TestUpstream.Equal(Ejecting, 2)));
        Assert.Equal(2, eastWest.Used(TestUpstream.Equal(Ejecting, 2)).Length);
    }

    [Fact]
    public void Upstreams_that_no_snapshot_has_are_forgotten()
    {
        var memory = new ClientMemory(new(_time));
        for (var reload = 0; reload < 100; reload++)
        {
            Remember(memory, $"upstream-{reload}");
            _time.Pass(60);
            GC.Collect();
        }

        Assert.InRange(memory.Count, 1, 15);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Remember(ClientMemory memory, string name) =>
        memory.Of(TestUpstream.Equal(TestUpstream.Policy(), 1) with { Name = name });
}
