using System.Globalization;

namespace ColorDemo.GridHost;

/// <summary>Numbers as facts tell them.</summary>
internal static class FactText
{
    public static string Percent(double percent) => $"{Number(percent)} %";

    public static string Time(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => $"{Number(time.TotalMilliseconds)} ms",
        { TotalMinutes: < 2 } => $"{Number(time.TotalSeconds)} s",
        _ => $"{Number(time.TotalMinutes)} min",
    };

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
