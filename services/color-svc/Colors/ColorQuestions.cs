using System.Text.RegularExpressions;

namespace ColorDemo.ColorService.Colors;

/// <summary>The questions that can be asked over HTTP and over gRPC. Both faces only translate.</summary>
public sealed partial class ColorQuestions(Palette palette)
{
    private static readonly Failure NoColor = new(500, "no color available");
    private static readonly Failure UnknownFamily = new(404, "unknown color family");

    public Reply Random() => palette.Draw() is { } color ? new Reply(color) : NoColor;

    /// <param name="name">Of a family, in any letter case.</param>
    public Reply Random(string name)
    {
        if (Family.Find(name) is not { } family)
        {
            return Unknown(name);
        }

        return palette.Draw(family) is { } color ? new Reply(color) : Disabled(family);
    }

    /// <param name="name">Of a color, current or former, in any letter case.</param>
    public Reply Named(string name) => palette.Colors.Count == 0 ? NoColor : new Reply(palette.Find(name));

    /// <param name="name">Of a family; null means all that are enabled.</param>
    public (IReadOnlyList<Color> Colors, Failure? Failure) List(string? name)
    {
        if (name is null)
        {
            return (palette.Colors, palette.Colors.Count == 0 ? NoColor : null);
        }

        if (Family.Find(name) is not { } family)
        {
            return ([], Unknown(name));
        }

        var colors = palette.Of(family);
        return (colors, colors.Count == 0 ? Disabled(family) : null);
    }

    private static Failure Unknown(string name) =>
        CouldBeFamily.IsMatch(name) ? new(404, $"unknown color family '{name}'") : UnknownFamily;

    private static Failure Disabled(Family family) => new(500, $"{family} is disabled");

    /// <summary>Nothing else of a request is ever repeated in an answer.</summary>
    [GeneratedRegex(@"^[A-Za-z]{0,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CouldBeFamily { get; }
}
