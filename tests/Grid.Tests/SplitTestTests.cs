using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class SplitTestTests
{
    /// <remarks>
    /// Reference: H. Robbins, "Statistical methods related to the law of the iterated logarithm", Annals of
    /// Mathematical Statistics 41 (1970), 1397-1409: for a uniform prior the evidence is 1 / ((n + 1) b(n, p, x)),
    /// where b is the binomial probability. A concentration of 2 around one half is that prior.
    /// </remarks>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(10, 0, 4.5336)]
    [InlineData(50, 50, -2.0842)]
    public void With_a_uniform_prior_the_evidence_is_that_of_Robbins(int first, int second, double logEvidence) =>
        Assert.Equal(logEvidence, new DirichletMixture([0.5, 0.5], [2]).LogEvidence(new double[] { first, second }), 4);

    [Fact]
    public void The_evidence_is_on_average_1_while_the_shares_are_true()
    {
        var mixture = new DirichletMixture([0.8, 0.2]);
        var (samples, mean) = (40, 0.0);
        for (var x = 0; x <= samples; x++)
        {
            var ways = LogGamma.Of(samples + 1) - LogGamma.Of(x + 1) - LogGamma.Of(samples - x + 1);
            var logProbability = ways + x * Math.Log(0.8) + (samples - x) * Math.Log(0.2);
            mean += Math.Exp(logProbability + mixture.LogEvidence(new double[] { x, samples - x }));
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

    [Fact]
    public void What_was_counted_before_the_test_does_not_count()
    {
        var test = new SplitTest([0.5, 0.5], before: [20, 0]);

        test.Look([30, 10]);

        Assert.Equal([10, 10], test.Counts);
        Assert.Equal(1, test.P);
    }

    [Fact]
    public void Answers_that_agreed_are_not_among_those_that_disagree()
    {
        var test = new SplitTest([0.5, 0.5]);
        test.Look([500, 500]);

        test.Look([500, 600]);

        Assert.Equal(100, test.Disagreeing);
    }
}
