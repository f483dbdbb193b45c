namespace ColorDemo.Grid.Statistics;

/// <summary>The logarithm of a sum, from the logarithms of its parts, which alone would overflow.</summary>
public static class LogSum
{
    public static double Of(double a, double b) => Math.Max(a, b) switch
    {
        double.NegativeInfinity => double.NegativeInfinity,
        double.PositiveInfinity => double.PositiveInfinity,
        var larger => larger + Math.Log(1 + Math.Exp(Math.Min(a, b) - larger)),
    };
}
