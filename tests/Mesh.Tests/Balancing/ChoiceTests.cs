using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests.Balancing;

public class ChoiceTests
{
    private const int Requests = 60_000;

    private readonly Balancer _balancer = new(random: new(20210));

    /// <remarks>Chi-square, 2 degrees of freedom: 27.6 is exceeded by chance once in a million.</remarks>
    [Theory]
    [InlineData("LEAST_REQUEST", 1, 1, 1)]
    [InlineData("LEAST_REQUEST", 5, 3, 1)]
    [InlineData("RANDOM", 1, 1, 1)]
    [InlineData("RANDOM", 5, 3, 1)]
    [InlineData("PASSTHROUGH", 1, 1, 1)]
    [InlineData("ROUND_ROBIN", 5, 3, 1)]
    public void Idle_endpoints_are_used_by_weight(string loadBalancer, params int[] weights)
    {
        var seen = _balancer.Count(TestUpstream.Weighted(TestUpstream.Policy(loadBalancer), weights), Requests);

        var distance = weights.Index().Sum(one =>
        {
            var expected = (double)Requests * one.Item / weights.Sum();
            return Math.Pow(seen[$"pod-{one.Index}"] - expected, 2) / expected;
        });
        Assert.True(distance < 27.6, $"chi-square {distance}");
    }

    [Fact]
    public void Round_robin_takes_turns()
    {
        var upstream = TestUpstream.Weighted(TestUpstream.Policy("ROUND_ROBIN"), 20_000, 10_000, 10_000);

        for (var turn = 0; turn < 20; turn++)
        {
            var seen = _balancer.Count(upstream, 4);
            Assert.Equal((2, 1, 1), (seen["pod-0"], seen["pod-1"], seen["pod-2"]));
        }
    }

    /// <summary>A pair of two different ones is drawn half the time, and the idle one wins it: 3 of 4.</summary>
    [Fact]
    public void Of_two_that_are_drawn_the_less_busy_one_gets_the_request()
    {
        var upstream = TestUpstream.Equal(TestUpstream.Policy(), 2);
        using var busy = _balancer.Lease(upstream, new DefaultHttpContext(), []).Lease!;
        var idle = busy.Endpoint.Address == "pod-0" ? "pod-1" : "pod-0";

        Assert.InRange(_balancer.Count(upstream, Requests)[idle] / (double)Requests, 0.74, 0.76);
    }

    /// <summary>Weights 3 and 1; with two under way on the first one 3/3 and 1.</summary>
    [Fact]
    public void A_weight_is_shared_by_the_requests_under_way()
    {
        var upstream = TestUpstream.Weighted(TestUpstream.Policy(), 3, 1);
        List<EndpointLease> leases = [];
        while (leases.Count(lease => lease.Endpoint.Address == "pod-0") < 2)
        {
            var lease = _balancer.Lease(upstream, new DefaultHttpContext(), []).Lease!;
            leases.Add(lease);
            if (lease.Endpoint.Address == "pod-1")
            {
                lease.Dispose();
            }
        }

        Assert.InRange(_balancer.Count(upstream, Requests)["pod-0"] / (double)Requests, 0.49, 0.51);
    }

    [Fact]
    public void Shares_of_localities_do_not_follow_the_requests_under_way()
    {
        var shared = new LocalityLoadBalancing(true, [new("*", new Dictionary<string, int> { ["a"] = 80 })], [], []);
        var upstream = TestUpstream.Weighted(TestUpstream.Policy() with { Locality = shared }, 8, 2);
        for (var busy = 0; busy < 50; busy++)
        {
            _balancer.Lease(upstream, new DefaultHttpContext(), []);
        }

        Assert.InRange(_balancer.Count(upstream, Requests)["pod-0"] / (double)Requests, 0.79, 0.81);
    }

    [Theory]
    [InlineData("LEAST_REQUEST")]
    [InlineData("ROUND_ROBIN")]
    public void A_retry_goes_to_another_endpoint_while_there_is_one(string loadBalancer)
    {
        var upstream = TestUpstream.Equal(TestUpstream.Policy(loadBalancer), 3);
        for (var request = 0; request < 1000; request++)
        {
            List<UpstreamEndpoint> tried = [];
            while (tried.Count < 4)
            {
                using var lease = _balancer.Lease(upstream, new DefaultHttpContext(), tried).Lease!;
                tried.Add(lease.Endpoint);
            }

            Assert.Equal(3, tried.Take(3).Distinct().Count());
        }
    }

    [Fact]
    public void Several_pods_behind_one_gateway_are_one_endpoint_of_their_weight()
    {
        UpstreamEndpoint[] pods = [.. Enumerable.Repeat(TestUpstream.Endpoint("gateway"), 3)];
        var upstream = TestUpstream.Of(TestUpstream.Policy(), [.. pods, TestUpstream.Endpoint("pod")]);

        Assert.InRange(_balancer.Count(upstream, Requests)["gateway"] / (double)Requests, 0.74, 0.76);
    }

    [Fact]
    public void Without_endpoints_there_is_no_healthy_upstream() => Assert.Equal(
        (null, LocalReply.NoHealthyUpstream),
        _balancer.Lease(TestUpstream.Equal(TestUpstream.Policy(), 0), new DefaultHttpContext(), []));
}
