namespace ColorDemo.ColorService.Colors;

/// <summary>Every color there is. Source: the named colors of CSS Color Module Level 4.</summary>
public static class NamedColors
{
    /// <summary>Stands for a color that is not known, or not enabled, as its name and hex code.</summary>
    public const string Unknown = "unknown";

    public const string UnknownHexCode = "#888888";

    public static IReadOnlyList<Color> All { get; } =
    [
        new("Red", "#ff0000", Family.Red),
        new("Maroon", "#800000", Family.Red),
        new("Purple", "#800080", Family.Red),
        new("Fuchsia", "#ff00ff", Family.Red),

        new("Green", "#008000", Family.Green),
        new("Aquamarine", "#7fffd4", Family.Green),
        new("Chartreuse", "#7fff00", Family.Green),
        new("DarkGreen", "#006400", Family.Green),
        new("DarkOliveGreen", "#556b2f", Family.Green),
        new("DarkSeaGreen", "#8fbc8f", Family.Green),
        new("ForestGreen", "#228b22", Family.Green),
        new("GreenYellow", "#adff2f", Family.Green),
        new("LawnGreen", "#7cfc00", Family.Green),
        new("LightGreen", "#90ee90", Family.Green),
        new("LightSeaGreen", "#20b2aa", Family.Green),
        new("Lime", "#00ff00", Family.Green),
        new("LimeGreen", "#32cd32", Family.Green),
        new("MediumSeaGreen", "#3cb371", Family.Green),
        new("MediumSpringGreen", "#00fa9a", Family.Green),
        new("PaleGreen", "#98fb98", Family.Green),
        new("SeaGreen", "#2e8b57", Family.Green),
        new("SpringGreen", "#00ff7f", Family.Green),
        new("Teal", "#008080", Family.Green),
        new("YellowGreen", "#9acd32", Family.Green),

        new("Blue", "#0000ff", Family.Blue),
        new("Aqua", "#00ffff", Family.Blue),
        new("AliceBlue", "#f0f8ff", Family.Blue),
        new("Azure", "#f0ffff", Family.Blue),
        new("BlueViolet", "#8a2be2", Family.Blue),
        new("CadetBlue", "#5f9ea0", Family.Blue),
        new("CornflowerBlue", "#6495ed", Family.Blue),
        new("Cyan", "#00ffff", Family.Blue),
        new("DarkBlue", "#00008b", Family.Blue),
        new("DarkCyan", "#008b8b", Family.Blue),
        new("DarkSlateBlue", "#483d8b", Family.Blue),
        new("DeepSkyBlue", "#00bfff", Family.Blue),
        new("DodgerBlue", "#1e90ff", Family.Blue),
        new("Indigo", "#4b0082", Family.Blue),
        new("Lavender", "#e6e6fa", Family.Blue),
        new("LightBlue", "#add8e6", Family.Blue),
        new("LightCyan", "#e0ffff", Family.Blue),
        new("LightSkyBlue", "#87cefa", Family.Blue),
        new("LightSteelBlue", "#b0c4de", Family.Blue),
        new("MediumBlue", "#0000cd", Family.Blue),
        new("MediumSlateBlue", "#7b68ee", Family.Blue),
        new("MediumTurquoise", "#48d1cc", Family.Blue),
        new("MidnightBlue", "#191970", Family.Blue),
        new("Navy", "#000080", Family.Blue),
        new("PaleTurquoise", "#afeeee", Family.Blue),
        new("PowderBlue", "#b0e0e6", Family.Blue),
        new("RoyalBlue", "#4169e1", Family.Blue),
        new("SkyBlue", "#87ceeb", Family.Blue),
        new("SlateBlue", "#6a5acd", Family.Blue),
        new("SteelBlue", "#4682b4", Family.Blue),
        new("Turquoise", "#40e0d0", Family.Blue),

        new("Yellow", "#ffff00", Family.Yellow),
        new("Olive", "#808000", Family.Yellow),
        new("Orange", "#ffa500", Family.Yellow),
        new("Beige", "#f5f5dc", Family.Yellow),
        new("Bisque", "#ffe4c4", Family.Yellow),
        new("BlanchedAlmond", "#ffebcd", Family.Yellow),
    ];

    /// <summary>Misspellings under which earlier releases served a color. They still answer.</summary>
    public static IReadOnlyDictionary<string, string> FormerNames { get; } = new Dictionary<string, string>
    {
        ["Charteuse"] = "Chartreuse",
        ["DarkOlvieGreen"] = "DarkOliveGreen",
        ["DarkSkyBlue"] = "DeepSkyBlue",
    };
}
