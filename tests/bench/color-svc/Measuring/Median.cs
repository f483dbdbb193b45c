namespace ColorDemo.ColorService.Bench.Measuring;

internal static class Median
{
    /// <returns>Between the two in the middle when their number is even; not a number when there are none.</returns>
    public static double Of(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted is [] ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
