using ColorDemo.Mesh.Proxy;

namespace ColorDemo.Mesh.Tests.Balancing;

public class PriorityTests
{
    /// <remarks>Source: the tables of Envoy's page "Priority levels".</remarks>
    [Theory]
    [InlineData("100 100", "100 0")]
    [InlineData("72 100", "100 0")]
    [InlineData("71 100", "99 1")]
    [InlineData("50 100", "70 30")]
    [InlineData("25 100", "35 65")]
    [InlineData("0 100", "0 100")]
    [InlineData("25 25", "50 50")]
    [InlineData("100 100 100", "100 0 0")]
    [InlineData("72 72 100", "100 0 0")]
    [InlineData("71 71 100", "99 1 0")]
    [InlineData("50 50 100", "70 30 0")]
    [InlineData("25 100 100", "35 65 0")]
    [InlineData("25 25 100", "35 35 30")]
    [InlineData("25 25 20", "37 35 28")] // 98 in sum, and what rounding leaves goes to the first
    [InlineData("0 0", "100 0")] // nobody is healthy, and nobody panics
    public void The_next_priority_gets_what_the_former_cannot_take(string healthyPercent, string loads) =>
        Assert.Equal(loads, Loads(healthyPercent, panicBelow: 0));

    [Fact]
    public void Below_the_minimum_all_endpoints_are_used_by_their_number()
    {
        var loads = PriorityLoad.Of([(1, 10), (0, 30)], panicBelow: 50);

        Assert.Equal([new(25, true), new(75, true)], loads);
    }

    [Fact]
    public void Nobody_panics_while_the_priorities_together_suffice()
    {
        Assert.Equal([new(14, false), new(86, false)], PriorityLoad.Of([(1, 10), (10, 10)], panicBelow: 50));
    }

    [Fact]
    public void Requests_move_to_the_next_priority_as_the_former_fails()
    {
        var balancer = new Balancer(new FakeTime(), new(20210));
        var upstream = TestUpstream.Of(
            TestUpstream.Policy("ROUND_ROBIN") with { OutlierDetection = TestUpstream.Outliers(errors: 1) },
            [
                .. Enumerable.Range(0, 4).Select(index => TestUpstream.Endpoint($"near-{index}")),
                TestUpstream.Endpoint("far", priority: 1),
            ]);
        Assert.DoesNotContain("far", balancer.Used(upstream));

        balancer.Answer(upstream, "near-0", 500);
        Assert.DoesNotContain("far", balancer.Used(upstream)); // 3 of 4 are more than 72 %

        balancer.Answer(upstream, "near-1", 500);
        Assert.InRange(balancer.Count(upstream, 20_000)["far"] / 20_000.0, 0.28, 0.32);
    }

    private static string Loads(string healthyPercent, int panicBelow) => string.Join(' ', PriorityLoad
        .Of([.. healthyPercent.Split(' ').Select(one => (int.Parse(one, null), 100))], panicBelow)
        .Select(load => load.Percent));
}
