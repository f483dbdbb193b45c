using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class SplitWatchTests
{
    private static readonly double[] EightyTwenty = [0.8, 0.2];

    /// <remarks>Twenty answers a second, looked at four times a second, as a panel draws its numbers.</remarks>
    [Fact]
    public void Looking_all_the_time_for_five_minutes_raises_at_most_1_percent_false_alarms()
    {
        double[][] declared = [[0.8, 0.2, 0], [0.5, 0.5, 0], [0.9, 0.1, 0], [0.99, 0.01, 0], [0.6, 0.3, 0.1]];
        var draws = new Draws(seed: 1);

        var alarms = Enumerable.Range(0, 1000).Count(panel =>
        {
            var shares = declared[panel % declared.Length];
            var (watch, totals) = (new SplitWatch(shares), new long[shares.Length]);
            for (var look = 0; look < 300 * 4; look++)
            {
                Draws.Add(totals, draws.Next(shares, answers: 5));
                watch.Look(totals);
            }

            return watch.Rejects;
        });

        Assert.InRange(alarms, 1, 1000 * SplitTest.Level);
    }

    [Theory]
    [InlineData(0.1, 0.2, 369)]
    [InlineData(0.8, 0.7, 553)]
    [InlineData(0.5, 0.8, 76)]
    [InlineData(0.95, 0.9, 797)]
    public void Other_shares_are_found_within_the_predicted_samples(double declared, double actual, int predicted)
    {
        double[] shares = [declared, 1 - declared];
        double[] others = [actual, 1 - actual];
        Assert.Equal(predicted, SampleSize.ToFind(shares, others));
        var draws = new Draws(seed: 2);

        var needed = Enumerable.Range(0, 1000).Select(_ => SamplesUntilFound(draws, shares, others)).ToList();

        // The promise is 95 %; of 1,000 runs, chance takes at most 2 points from it.
        Assert.InRange(needed.Count(samples => samples <= predicted), 930, 1000);
        Assert.InRange(Draws.Quantile(needed, 0.5), predicted / 4, predicted * 2 / 3);
    }

    [Fact]
    public void After_long_agreement_a_change_is_found_about_as_soon()
    {
        var watch = new SplitWatch(EightyTwenty);
        watch.Look([800, 200]);
        watch.Look([80_000, 20_000]);
        Assert.False(watch.Rejects);

        watch.Look([80_150, 20_150]);

        Assert.True(watch.Rejects);
        Assert.Equal([150, 150], watch.Strongest.Counts);
        Assert.Equal(100_300, watch.Whole.Answers);
    }

    [Fact]
    public void One_late_answer_is_forgiven_when_enough_agree()
    {
        var retrial = new Retrial([1, 0], enough: 60);
        retrial.Look([10, 1]);
        Assert.True(retrial.Watch.Rejects);

        retrial.Look([129, 1]);
        Assert.True(retrial.Watch.Rejects);

        retrial.Look([130, 1]);
        Assert.False(retrial.Watch.Rejects);
        Assert.Equal([120, 0], retrial.Watch.Whole.Counts);
    }

    [Fact]
    public void A_difference_that_stays_is_not_forgiven()
    {
        var (draws, retrial, totals) = (new Draws(seed: 7), new Retrial(EightyTwenty, enough: 553), new long[2]);
        for (var frame = 0; frame < 2000; frame++)
        {
            Draws.Add(totals, draws.Next([0.7, 0.3], answers: 10));
            retrial.Look(totals);

            Assert.True(frame < 100 || retrial.Watch.Rejects);
        }
    }

    private static int SamplesUntilFound(Draws draws, double[] declared, double[] actual)
    {
        var (watch, totals, samples) = (new SplitWatch(declared), new long[declared.Length], 0);
        for (; !watch.Rejects; samples++)
        {
            Draws.Add(totals, draws.Next(actual));
            watch.Look(totals);
        }

        return samples;
    }
}
