using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class LogGammaTests
{
    /// <remarks>
    /// Reference values: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions" (1964), 6.1.8 (the square
    /// root of pi) and table 6.1.
    /// </remarks>
    [Theory]
    [InlineData(0.5, 1.7724538509)]
    [InlineData(1.25, 0.9064024771)]
    [InlineData(1.5, 0.8862269255)]
    [InlineData(1.75, 0.9190625268)]
    [InlineData(2, 1)]
    public void Values_are_those_of_the_handbook(double x, double gamma) =>
        Assert.Equal(gamma, Math.Exp(LogGamma.Of(x)), 10);

    [Fact]
    public void Whole_numbers_give_factorials()
    {
        var logFactorial = 0.0;
        for (var n = 1; n < 300; n++)
        {
            logFactorial += Math.Log(n);

            Assert.Equal(logFactorial, LogGamma.Of(n + 1), 1e-10);
        }
    }

    [Fact]
    public void Small_shares_lose_no_digits() => Assert.Equal(1e-6, 1 / Math.Exp(LogGamma.Of(1e-6)), 1e-11);
}
