using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class DoubtTests
{
    [Theory]
    [InlineData(80, 70)]
    [InlineData(50, 60)]
    [InlineData(10, 20)]
    [InlineData(5, 10)]
    [InlineData(99, 98)]
    [InlineData(0, 5)]
    [InlineData(100, 95)]
    public void The_nearest_other_weight_is_a_step_towards_the_middle(double weight, double other) =>
        Assert.Equal(other, Doubt.NearestOther(weight), 9);

    [Fact]
    public void Eighty_from_seventy_is_the_doubt_of_eighty_twenty()
    {
        var doubt = Doubt.Of([0.8, 0.2, 0]);

        Assert.Equal((80, 70), (Math.Round(doubt.Declared, 9), Math.Round(doubt.Other, 9)));
        Assert.Equal(SampleSize.ToFind([0.8, 0.2], [0.7, 0.3]), doubt.Samples);
    }

    /// <remarks>The rule of three: with 59 answers, none elsewhere, less than 5 % go elsewhere.</remarks>
    [Fact]
    public void All_to_one_destination_is_believed_after_59_answers() =>
        Assert.Equal(59, Doubt.Of([1, 0]).Samples);

    [Fact]
    public void Of_several_destinations_the_slowest_decides()
    {
        var doubt = Doubt.Of([0.6, 0.35, 0.05, 0]);

        Assert.Equal(5, doubt.Declared, 9);
    }

    [Fact]
    public void Shares_that_are_the_same_are_never_told_apart() =>
        Assert.Equal(SampleSize.Max, SampleSize.ToFind([0.5, 0.5], [0.5, 0.5]));
}
