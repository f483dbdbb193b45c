using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class WilsonTests
{
    /// <remarks>
    /// Reference values: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
    /// Medicine 17 (1998), 857-872, table I, method 3 (score without continuity correction).
    /// </remarks>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Intervals_are_those_that_Newcombe_published(int count, int total, double low, double high)
    {
        var interval = Wilson.Of95Percent(count, total);

        Assert.Equal(low, interval.Low / 100, 4);
        Assert.Equal(high, interval.High / 100, 4);
    }

    [Fact]
    public void Nothing_is_known_of_no_samples() => Assert.Equal(new Interval(0, 100), Wilson.Of95Percent(0, 0));

    [Fact]
    public void An_interval_stays_within_0_and_100()
    {
        Assert.InRange(Wilson.Of95Percent(0, 7).Low, 0, 1e-9);
        Assert.InRange(Wilson.Of95Percent(7, 7).High, 100 - 1e-9, 100);
    }

    [Fact]
    public void None_and_all_reach_the_ends_exactly()
    {
        foreach (var total in Enumerable.Range(1, 1_000))
        {
            Assert.Equal(0, Wilson.Of95Percent(0, total).Low);
            Assert.Equal(100, Wilson.Of95Percent(total, total).High);
        }
    }
}
