using ColorDemo.Grid.Faces;

namespace ColorDemo.Grid.Tests;

/// <summary>Colors as people see them, and how far apart.</summary>
internal static class ColorVision
{
    /// <summary>
    /// From linear RGB to what is seen without one kind of cone: Machado, Oliveira, Fernandes, "A physiologically-based
    /// model for simulation of color vision deficiency", 2009, severity 1.
    /// </summary>
    public static readonly Dictionary<string, double[]> Kinds = new()
    {
        ["all cones"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>The distance in Oklab (Ottosson 2020); black and white are 1 apart.</summary>
    public static double Distance(Rgb a, Rgb b, double[] kind)
    {
        var (x, y) = (Oklab(a, kind), Oklab(b, kind));
        return Math.Sqrt(x.Zip(y, (p, q) => (p - q) * (p - q)).Sum());
    }

    private static double[] Oklab(Rgb color, double[] kind)
    {
        double[] linear = [Linear(color.Red), Linear(color.Green), Linear(color.Blue)];
        var seen = Times(kind, linear).Select(channel => Math.Clamp(channel, 0, 1)).ToArray();
        double[] toCones =
        [
            0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
            0.2817188376, 0.6299787005,
        ];
        double[] toLab =
        [
            0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371,
            0.7827717662, -0.8086757660,
        ];
        return Times(toLab, [.. Times(toCones, seen).Select(Math.Cbrt)]);
    }

    private static double[] Times(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 3).Sum(i => matrix[3 * row + i] * vector[i]))];

    private static double Linear(byte channel) =>
        channel <= 10 ? channel / 255.0 / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);
}
