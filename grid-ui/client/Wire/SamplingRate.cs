using System.Globalization;

namespace ColorDemo.Grid.Wire;

/// <summary>Requests per second, as page and host agree on them.</summary>
public static class SamplingRate
{
    public const double Min = 0.2;
    public const double Max = 10_000;

    public static double MaxOf(Asker asker) => asker == Asker.Browser ? Sampling.MaxBrowserRate : Max;

    public static bool IsAllowed(double rate) => rate is >= Min and <= Max;

    public static string Text(double rate) => rate.ToString("0.###", CultureInfo.InvariantCulture);
}
