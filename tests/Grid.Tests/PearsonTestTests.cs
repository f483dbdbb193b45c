using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class PearsonTestTests
{
    /// <remarks>
    /// Reference values: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, upper-tail critical values of the
    /// chi-square distribution.
    /// </remarks>
    [Theory]
    [InlineData(1, 3.841, 0.05)]
    [InlineData(1, 10.828, 0.001)]
    [InlineData(2, 5.991, 0.05)]
    [InlineData(3, 11.345, 0.01)]
    [InlineData(10, 4.865, 0.90)]
    [InlineData(10, 18.307, 0.05)]
    [InlineData(100, 124.342, 0.05)]
    public void Upper_tails_are_those_of_the_NIST_handbook(int degrees, double critical, double p) =>
        Assert.Equal(p, ChiSquareDistribution.UpperTail(critical, degrees), p * 1e-3);

    /// <remarks>
    /// Reference values: G. Mendel's peas 9:3:3:1, chisq.test in M. J. Crawley, "The R Book" (2007), chapter 15; the
    /// example of chisq.test in the documentation of R (package stats).
    /// </remarks>
    [Theory]
    [InlineData(new long[] { 315, 101, 108, 32 }, new[] { 9.0 / 16, 3.0 / 16, 3.0 / 16, 1.0 / 16 }, 0.4700, 0.9254)]
    [InlineData(new long[] { 89, 37, 30, 28, 2 }, new[] { 0.40, 0.20, 0.20, 0.15, 0.05 }, 9.9901, 0.0406)]
    public void Large_counts_give_the_p_values_of_R(long[] counts, double[] shares, double statistic, double p)
    {
        var test = PearsonTest.Of(counts, shares);

        Assert.Equal(PearsonMethod.ChiSquare, test.Method);
        Assert.Equal(statistic, test.Statistic, 4);
        Assert.Equal(p, test.P, 4);
    }

    /// <remarks>
    /// Reference value: the example of binom.test in the documentation of R, from W. J. Conover, "Practical
    /// Nonparametric Statistics" (1971), 97.
    /// </remarks>
    [Fact]
    public void The_exact_p_value_is_that_of_R()
    {
        var statistic = Math.Pow(682 - 693.75, 2) / 693.75 + Math.Pow(243 - 231.25, 2) / 231.25;

        Assert.Equal(0.3825, PearsonOutcomes.P(statistic, 925, [0.75, 0.25]), 4);
    }

    /// <remarks>
    /// Reference values: the statistic is that of the example of chisq.test with simulate.p.value in the documentation
    /// of R; two million draws gave the probability.
    /// </remarks>
    [Fact]
    public void Small_counts_in_too_many_outcomes_are_simulated()
    {
        var test = PearsonTest.Of([89, 37, 30, 28, 2], [0.40, 0.20, 0.20, 0.19, 0.01]);

        Assert.Equal(PearsonMethod.Simulated, test.Method);
        Assert.Equal(5.7947, test.Statistic, 4);
        Assert.Equal(0.2137, test.P, 0.02);
    }

    [Theory]
    [InlineData(new long[] { 11, 4, 3 }, new[] { 0.8, 0.15, 0.05 })]
    [InlineData(new long[] { 175, 20, 3 }, new[] { 0.9, 0.09, 0.01 })]
    [InlineData(new long[] { 1, 17 }, new[] { 0.1, 0.9 })]
    public void A_simulation_comes_near_what_is_exact(long[] counts, double[] shares)
    {
        var exact = PearsonTest.Of(counts, shares);

        Assert.Equal(PearsonMethod.Exact, exact.Method);
        // Three standard errors of 1,999 draws.
        var error = 3 * Math.Sqrt(exact.P * (1 - exact.P) / 1999);
        Assert.Equal(exact.P, PearsonDraws.P(exact.Statistic, counts.Sum(), shares), error + 0.0005);
    }

    [Fact]
    public void A_simulation_of_many_answers_comes_near_the_chi_square_distribution() =>
        Assert.Equal(0.05, PearsonDraws.P(7.815, 1_000_000, [0.6, 0.3, 0.08, 0.02]), 0.015);

    [Fact]
    public void The_same_counts_always_give_the_same_p_value() => Assert.Equal(
        PearsonTest.Of([89, 37, 30, 28, 2], [0.40, 0.20, 0.20, 0.19, 0.01]),
        PearsonTest.Of([89, 37, 30, 28, 2], [0.40, 0.20, 0.20, 0.19, 0.01]));

    [Fact]
    public void One_answer_where_none_is_declared_is_proof() =>
        Assert.Equal(0, PearsonTest.Of([99, 1], [1, 0]).P);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 0)]
    public void What_could_not_be_otherwise_says_nothing(long first, long second) =>
        Assert.Equal(1, PearsonTest.Of([first, second], [1, 0]).P);
}
