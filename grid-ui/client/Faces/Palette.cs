using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Faces;

/// <summary>Drawn over a color, so that two things of like color still differ.</summary>
public enum Pattern
{
    None,
    Stripes,
    Dots,
    Bars,
    Grid,
}

/// <summary>A color with its pattern.</summary>
public readonly record struct Tint(Rgb Color, Pattern Pattern = Pattern.None);

/// <summary>The colors that are not answers.</summary>
public static class Palette
{
    private static readonly Pattern[] Patterns = Enum.GetValues<Pattern>();

    /// <summary>Of what has no name, no version, no status.</summary>
    public static Rgb Unknown { get; } = Rgb.Parse("#8d93a0");

    /// <summary>
    /// Seven of the eight that Okabe and Ito chose for every kind of color vision (Color Universal Design, 2008),
    /// ordered so that neighbors also differ in lightness; the eighth is black.
    /// </summary>
    public static IReadOnlyList<Rgb> Named { get; } =
        Colors("#56b4e9", "#d55e00", "#f0e442", "#0072b2", "#e69f00", "#009e73", "#cc79a7");

    /// <summary>By <see cref="Mark.Index"/>: the hues of glyphs, bars and timeline in the dark theme.</summary>
    public static IReadOnlyList<Rgb> Clusters { get; } =
        Colors("#4a93ff", "#f4594f", "#e3a008", "#19b394", "#d485bd", "#8d93a0");

    /// <summary>Every one after the seventh has a pattern, another one at each turn.</summary>
    public static Tint Version(int index) =>
        index < 0
            ? new(Unknown)
            : new(Named[index % Named.Count], Patterns[index / Named.Count % Patterns.Length]);

    /// <summary>Neighbors differ in color and in pattern; 35 pods differ in one of them at least.</summary>
    public static Tint Pod(int index) =>
        index < 0 ? new(Unknown) : new(Named[index % Named.Count], Patterns[index % Patterns.Length]);

    /// <summary>By class; gRPC's codes other than 0 are failures of the highest.</summary>
    public static Rgb Status(Outcome outcome, int status) => (outcome, status) switch
    {
        (Outcome.Timeout or Outcome.Refused, _) => Unknown,
        (Outcome.Color, _) or (_, >= 200 and < 300) => Named[5],
        (_, >= 300 and < 400) => Named[0],
        (_, >= 400 and < 500) => Named[4],
        _ => Named[1],
    };

    private static Rgb[] Colors(params string[] hex) => [.. hex.Select(Rgb.Parse)];
}
