using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class SplitTestTests
{
    /// <remarks>
    /// Reference: H. Robbins, "Statistical methods related to the law of the iterated logarithm", Annals of
    /// Mathematical Statistics 41 (1970), 1397-1409: for a uniform prior the evidence is 1 / ((n + 1) b(n, p, x)), where
    /// b is the binomial probability. A concentration of 2 around one half is that prior.
    /// </remarks>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(10, 0, 4.5336)]
    [InlineData(50, 50, -2.0842)]
    public void With_a_uniform_prior_the_evidence_is_that_of_Robbins(int first, int second, double logEvidence) =>
        Assert.Equal(logEvidence, new DirichletMixture([0.5, 0.5], [2]).LogEvidence([first, second]), 4);

    [Fact]
    public void The_evidence_is_on_average_1_while_the_shares_are_true()
    {
        var mixture = new DirichletMixture([0.8, 0.2]);
        var (samples, mean) = (40, 0.0);
        for (var x = 0; x <= samples; x++)
        {
            var ways = LogGamma.Of(samples + 1) - LogGamma.Of(x + 1) - LogGamma.Of(samples - x + 1);
            var logProbability = ways + x * Math.Log(0.8) + (samples - x) * Math.Log(0.2);
            mean += Math.Exp(logProbability + mixture.LogEvidence([x, samples - x]));
        }

        Assert.Equal(1, mean, 1e-9);
    }

    [Fact]
    public void One_answer_where_none_is_declared_is_proof()
    {
        var test = new SplitTest([1, 0]);
        test.Look([1000, 0]);
        Assert.Equal(1, test.P);

        test.Look([1000, 1]);

        Assert.Equal(0, test.P);
    }

    [Fact]
    public void What_was_found_stays_found()
    {
        var test = new SplitTest([0.5, 0.5]);
        test.Look([20, 0]);
        var found = test.P;

        test.Look([20, 20]);

        Assert.True(test.Rejects);
        Assert.Equal(found, test.P);
    }

    /// <remarks>Fifty answers a second, looked at five times a second.</remarks>
    [Fact]
    public void Looking_all_the_time_for_five_minutes_raises_less_than_1_percent_false_alarms()
    {
        double[][] declared = [[0.8, 0.2, 0], [0.5, 0.5, 0], [0.9, 0.1, 0], [0.99, 0.01, 0], [0.6, 0.3, 0.1]];
        var draws = new Draws(seed: 1);

        var alarms = Enumerable.Range(0, 1000).Count(panel =>
        {
            var shares = declared[panel % declared.Length];
            var (test, totals) = (new SplitTest(shares), new long[shares.Length]);
            for (var look = 0; look < 300 * 5; look++)
            {
                Draws.Add(totals, draws.Next(shares, answers: 10));
                test.Look(totals);
            }

            return test.Rejects;
        });

        Assert.InRange(alarms, 0, 1000 * SplitTest.Level);
    }

    [Theory]
    [InlineData(0.1, 0.2, 361)]
    [InlineData(0.8, 0.7, 540)]
    [InlineData(0.5, 0.8, 74)]
    [InlineData(0.95, 0.9, 779)]
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

    private static int SamplesUntilFound(Draws draws, double[] declared, double[] actual)
    {
        var (test, totals, samples) = (new SplitTest(declared), new long[declared.Length], 0);
        for (; !test.Rejects; samples++)
        {
            Draws.Add(totals, draws.Next(actual));
            test.Look(totals);
        }

        return samples;
    }
}
