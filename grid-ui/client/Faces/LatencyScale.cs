using System.Globalization;

namespace ColorDemo.Grid.Faces;

/// <summary>Latencies as colors: eight steps of about a half power of ten, each lighter than the one before.</summary>
public static class LatencyScale
{
    /// <summary>Upper bounds of the steps but the last, in milliseconds.</summary>
    public static IReadOnlyList<double> Bounds { get; } = [1, 3, 10, 30, 100, 300, 1000];

    /// <summary>From the map "viridis", whose lightness grows evenly for every kind of color vision.</summary>
    public static IReadOnlyList<Rgb> Colors { get; } =
        [.. "#482878 #3b528b #2c728e #21918c #28ae80 #5ec962 #a2da37 #fde725".Split(' ').Select(Rgb.Parse)];

    public static Rgb Color(double milliseconds) => Colors[Step(milliseconds)];

    public static int Step(double milliseconds)
    {
        var step = 0;
        while (step < Bounds.Count && milliseconds > Bounds[step])
        {
            step++;
        }

        return step;
    }

    /// <summary>For example "up to 3 ms".</summary>
    public static string StepText(int step) =>
        step < Bounds.Count ? $"≤ {Text(Bounds[step])}" : $"> {Text(Bounds[^1])}";

    /// <summary>With two digits that matter, and its unit.</summary>
    public static string Text(double milliseconds) => milliseconds switch
    {
        >= 9_950 => Number(milliseconds / 1000, "0") + " s",
        >= 995 => Number(milliseconds / 1000, "0.#") + " s",
        >= 99.5 => Number(Math.Round(milliseconds / 10) * 10, "0") + " ms",
        >= 9.95 => Number(milliseconds, "0") + " ms",
        _ => Number(milliseconds, "0.#") + " ms",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
