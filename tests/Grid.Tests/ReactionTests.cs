using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class ReactionTests
{
    private static readonly double[] EightyTwenty = [0.8, 0.2];
    private static readonly double[] Half = [0.5, 0.5];
    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(1.0 / 20);

    /// <remarks>A. Wald's average sample number, ln(267) / 0.223 nats.</remarks>
    [Fact]
    public void The_median_of_answers_until_the_old_weights_are_gone_is_within_Walds_number()
    {
        var draws = new Draws(seed: 3);

        var reactions = Enumerable.Range(0, 1000).Select(_ => Answered(draws, perSecond: 200)).ToList();

        Assert.Equal(25.0, reactions[0].ExpectedAnswers, 1);
        Assert.InRange(Draws.Quantile(reactions.Select(reaction => reaction.Answers), 0.5), 10, 25);
        Assert.InRange(Draws.Quantile(reactions.Select(reaction => reaction.Answers), 0.95), 24, 60);
    }

    /// <remarks>Twenty frames a second; the answers of the first 100 ms still follow the old weights.</remarks>
    [Theory]
    [InlineData(200, 0.8)]
    [InlineData(2000, 0.3)]
    public void Half_and_half_instead_of_eighty_twenty_is_seen_within_the_budget(int perSecond, double budget)
    {
        var draws = new Draws(seed: 4);

        var reactions = Enumerable.Range(0, 300)
            .Select(_ => Framed(draws, perSecond, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(5))).ToList();

        Assert.All(reactions, reaction => Assert.NotNull(reaction.Steady));
        var gone = reactions.Select(reaction => reaction.OldGone!.Value.TotalSeconds).ToList();
        Assert.InRange(Draws.Quantile(gone, 0.5), 0.1, budget);
        Assert.InRange(Draws.Quantile(gone, 0.95), 0.1, budget);
    }

    [Fact]
    public void Weights_that_take_ten_seconds_to_arrive_are_seen_as_soon_as_they_do()
    {
        var draws = new Draws(seed: 5);
        var late = TimeSpan.FromSeconds(10);

        var gone = Enumerable.Range(0, 300)
            .Select(_ => Framed(draws, 200, late, TimeSpan.FromSeconds(20)).OldGone!.Value);

        Assert.InRange(Draws.Quantile(gone, 0.5).TotalSeconds, 10, 10.4);
    }

    [Fact]
    public void Old_weights_that_stay_are_hardly_ever_called_gone()
    {
        var draws = new Draws(seed: 6);
        var (never, minute) = (TimeSpan.MaxValue, TimeSpan.FromMinutes(1));

        var alarms = Enumerable.Range(0, 300).Count(_ => Framed(draws, 100, never, minute).OldGone is not null);

        Assert.InRange(alarms, 0, 300 * Reaction.Level);
    }

    /// <remarks>All from one cluster, because the other has no pods: neither the old weights nor the new.</remarks>
    [Fact]
    public void Old_weights_are_gone_whatever_came_instead()
    {
        var reaction = new Reaction(EightyTwenty, Half);
        for (var answer = 1; answer <= 60; answer++)
        {
            reaction.Add(TimeSpan.FromSeconds(answer / 200.0), [1, 0]);
        }

        Assert.InRange(reaction.Answers, 30, 60);
        Assert.NotNull(reaction.OldGone);
        Assert.Null(reaction.Steady);
    }

    [Fact]
    public void What_neither_the_old_nor_the_new_weights_declare_tells_nothing_of_the_change()
    {
        var reaction = new Reaction([0.8, 0.2, 0], [0.5, 0.5, 0]);

        reaction.Add(Frame, [8, 2, 5]);

        Assert.Null(reaction.OldGone);
    }

    [Fact]
    public void One_answer_from_where_nothing_went_before_is_enough()
    {
        var reaction = new Reaction([1, 0], [0.9, 0.1]);
        Assert.Equal(10, reaction.ExpectedAnswers, 9);
        reaction.Add(Frame, [5, 0]);
        Assert.Null(reaction.OldGone);

        reaction.Add(2 * Frame, [4, 1]);

        Assert.Equal((2 * Frame, 10), (reaction.OldGone, reaction.Answers));
        Assert.Null(reaction.Steady);
    }

    [Fact]
    public void Stragglers_of_the_old_weights_put_off_that_it_is_steady()
    {
        var reaction = new Reaction([0, 1], [1, 0]);
        reaction.Add(Frame, [1, 9]);

        reaction.Add(2 * Frame, [500, 1]);
        Assert.Null(reaction.Steady);

        reaction.Add(3 * Frame, [500, 0]);
        Assert.Equal(3 * Frame, reaction.Steady);
    }

    [Fact]
    public void What_nothing_tells_apart_is_never_seen() =>
        Assert.Equal(double.PositiveInfinity, new Reaction(Half, Half).ExpectedAnswers);

    private static Reaction Answered(Draws draws, int perSecond)
    {
        var reaction = new Reaction(EightyTwenty, Half);
        for (var answer = 1; reaction.OldGone is null; answer++)
        {
            reaction.Add(TimeSpan.FromSeconds((double)answer / perSecond), draws.Next(Half));
        }

        return reaction;
    }

    private static Reaction Framed(Draws draws, int perSecond, TimeSpan arrival, TimeSpan end)
    {
        var reaction = new Reaction(EightyTwenty, Half);
        var perFrame = (int)(perSecond * Frame.TotalSeconds);
        for (var at = Frame; at <= end && reaction.Steady is null; at += Frame)
        {
            reaction.Add(at, draws.Next(at <= arrival ? EightyTwenty : Half, perFrame));
        }

        return reaction;
    }
}
