using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Tests;

public class SplitTests
{
    private const int Draws = 100_000;

    [Fact]
    public void Weights_are_relative_and_need_not_sum_to_100()
    {
        var split = Split(9, 1);

        Assert.Equal(90, split.PercentOf(split.Destinations[0]));
    }

    [Fact]
    public void A_single_destination_gets_everything()
    {
        var split = Split(7);

        Assert.Same(split.Destinations[0], split.Draw(new Random(1)));
    }

    /// <remarks>
    /// Chi-square, 2 degrees of freedom: 27.6 is exceeded by chance once in a million; the seed is fixed anyway.
    /// </remarks>
    [Fact]
    public void Draws_follow_the_weights()
    {
        var split = Split(70, 25, 5);
        var random = new Random(20210);
        var seen = Enumerable.Range(0, Draws).CountBy(_ => split.Draw(random)).ToDictionary();

        var distance = split.Destinations.Sum(one =>
        {
            var expected = Draws * split.PercentOf(one) / 100;
            return Math.Pow(seen[one] - expected, 2) / expected;
        });

        Assert.True(distance < 27.6, $"chi-square {distance}");
    }

    private static Split Split(params int[] weights) => new(
        [.. weights.Select((weight, index) =>
            new SplitDestination(
                $"host-{index}", null, 80, weight, null, HeaderChanges.None, HeaderChanges.None, null))]);
}
