using System.Globalization;

namespace ColorDemo.Grid.Faces;

/// <summary>A color of sRGB.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static Rgb Black => default;
    public static Rgb White => new(255, 255, 255);

    /// <summary>Relative luminance, 0 to 1, as WCAG 2.2 defines it.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Black or white, whichever is read better: never below a contrast of 4.58.</summary>
    public Rgb Ink => Contrast(this, Black) >= Contrast(this, White) ? Black : White;

    /// <param name="hex">Six hexadecimal digits after a #.</param>
    public static Rgb Parse(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>1 to 21, as WCAG 2.2 defines it.</summary>
    public static double Contrast(Rgb a, Rgb b) =>
        (Math.Max(a.Luminance, b.Luminance) + 0.05) / (Math.Min(a.Luminance, b.Luminance) + 0.05);

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static double Linear(byte channel) =>
        channel <= 10 ? channel / 255.0 / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);
}
