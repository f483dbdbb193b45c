namespace ColorDemo.ColorService.Bench.Report;

/// <summary>One contestant's figure over another's.</summary>
/// <param name="OfMedians">The median of all rounds over the other's.</param>
/// <param name="Lowest">Of the ratios within one round: how far the machine can be trusted.</param>
internal sealed record Ratio(double OfMedians, double Lowest, double Highest);
