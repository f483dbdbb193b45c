using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests.Balancing;

public class OutlierTests
{
    private readonly FakeTime _time = new();
    private readonly Balancer _balancer;

    public OutlierTests() => _balancer = new(_time, new(20210));

    [Fact]
    public void An_endpoint_that_fails_five_times_in_a_row_is_left_out()
    {
        var upstream = Upstream(TestUpstream.Outliers());

        _balancer.Answer(upstream, "pod-0", 500, 501, null, 503, 499, 500, 500, 500, 500);
        Assert.Equal(["pod-0", "pod-1"], _balancer.Used(upstream));

        _balancer.Answer(upstream, "pod-0", 599);
        Assert.Equal(["pod-1"], _balancer.Used(upstream));
    }

    [Fact]
    public void Gateway_errors_have_a_count_of_their_own()
    {
        var upstream = Upstream(TestUpstream.Outliers(errors: 0, gatewayErrors: 3));

        _balancer.Answer(upstream, "pod-0", 502, 503, 500, 504, null);
        Assert.Equal(["pod-0", "pod-1"], _balancer.Used(upstream));

        _balancer.Answer(upstream, "pod-0", 502);
        Assert.Equal(["pod-1"], _balancer.Used(upstream));
    }

    [Fact]
    public void Without_outlier_detection_nobody_is_left_out()
    {
        var upstream = TestUpstream.Equal(TestUpstream.Policy(), 2);

        _balancer.Answer(upstream, "pod-0", [.. Enumerable.Repeat((int?)500, 100)]);

        Assert.Equal(["pod-0", "pod-1"], _balancer.Used(upstream));
    }

    [Fact]
    public void It_comes_back_with_the_first_sweep_after_its_time()
    {
        var upstream = Upstream(TestUpstream.Outliers(errors: 1));
        Assert.Equal(["pod-0", "pod-1"], _balancer.Used(upstream)); // sweeps at 10, 20 … seconds from here
        _time.Pass(5);
        _balancer.Answer(upstream, "pod-0", 500);

        _time.Pass(30); // the time is over at 35, but nobody looks before 40
        Assert.Equal(["pod-1"], _balancer.Used(upstream));

        _time.Pass(5);
        Assert.Equal(["pod-0", "pod-1"], _balancer.Used(upstream));
    }

    [Fact]
    public void Each_ejection_is_longer_until_it_stays_healthy()
    {
        var upstream = Upstream(TestUpstream.Outliers(errors: 1));
        Assert.Equal(30, EjectionSeconds(upstream));
        Assert.Equal(60, EjectionSeconds(upstream));
        Assert.Equal(90, EjectionSeconds(upstream));

        _time.Pass(20); // two sweeps
        Assert.Equal(60, EjectionSeconds(upstream));

        _time.Pass(3600);
        Assert.Equal(30, EjectionSeconds(upstream));
    }

    [Fact]
    public void No_ejection_is_longer_than_five_minutes()
    {
        var upstream = Upstream(TestUpstream.Outliers(errors: 1));

        Assert.Equal(300, Enumerable.Range(0, 15).Select(_ => EjectionSeconds(upstream)).ToList()[^1]);
    }

    [Theory]
    [InlineData(10, 1)] // one may always be
    [InlineData(50, 2)]
    [InlineData(99, 3)]
    [InlineData(100, 4)]
    public void Only_so_many_are_left_out_at_a_time(int maxPercent, int ejected)
    {
        var upstream = Upstream(TestUpstream.Outliers(errors: 1, maxPercent: maxPercent), endpoints: 4);
        for (var endpoint = 0; endpoint < 4; endpoint++)
        {
            if (_balancer.Used(upstream).Contains($"pod-{endpoint}"))
            {
                _balancer.Answer(upstream, $"pod-{endpoint}", 500);
            }
        }

        Assert.Equal(4 - ejected, _balancer.Used(upstream).Length);
    }

    [Fact]
    public void With_all_left_out_there_is_no_healthy_upstream()
    {
        var upstream = Upstream(TestUpstream.Outliers(errors: 1));
        _balancer.Answer(upstream, "pod-0", 500);
        _balancer.Answer(upstream, "pod-1", 500);

        Assert.Equal(
            (null, LocalReply.NoHealthyUpstream), _balancer.Lease(upstream, new DefaultHttpContext(), []));
    }

    [Fact]
    public void Below_the_minimum_of_healthy_ones_all_are_used()
    {
        var upstream = Upstream(TestUpstream.Outliers(errors: 1, minHealthPercent: 50), endpoints: 4);
        _balancer.Answer(upstream, "pod-0", 500);
        _balancer.Answer(upstream, "pod-1", 500);
        Assert.Equal(["pod-2", "pod-3"], _balancer.Used(upstream));

        _balancer.Answer(upstream, "pod-2", 500);
        Assert.Equal(["pod-0", "pod-1", "pod-2", "pod-3"], _balancer.Used(upstream));
    }

    [Fact]
    public void What_a_sticky_endpoint_leaves_is_spread_and_comes_back()
    {
        var key = new ConsistentHash(null, null, true, null, false, 1024);
        var upstream = Upstream(TestUpstream.Outliers(errors: 1), endpoints: 4, key);
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
        var owner = Assert.Single(_balancer.Count(upstream, 10, context)).Key;
        using (var lease = _balancer.Lease(upstream, context, []).Lease!)
        {
            lease.Report(500);
        }

        Assert.NotEqual(owner, Assert.Single(_balancer.Count(upstream, 10, context)).Key);
        _time.Pass(40);
        Assert.Equal(owner, Assert.Single(_balancer.Count(upstream, 10, context)).Key);
    }

    private static Upstream Upstream(OutlierDetection rule, int endpoints = 2, ConsistentHash? key = null) =>
        TestUpstream.Equal(TestUpstream.Policy() with { OutlierDetection = rule, ConsistentHash = key }, endpoints);

    /// <summary>Ejects it, and looks every ten seconds when it is back.</summary>
    private int EjectionSeconds(Upstream upstream)
    {
        _balancer.Answer(upstream, "pod-0", 500);
        var seconds = 0;
        for (; _balancer.Used(upstream).Length == 1; seconds += 10)
        {
            _time.Pass(10);
        }

        return seconds;
    }
}
