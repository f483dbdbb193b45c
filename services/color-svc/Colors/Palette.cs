using System.Collections.Frozen;

namespace ColorDemo.ColorService.Colors;

/// <summary>The colors of the enabled families: draws one, or finds one by name. Immutable.</summary>
public sealed class Palette
{
    private readonly Color[] _colors;
    private readonly FrozenDictionary<Family, Color[]> _families;
    private readonly FrozenDictionary<string, Color> _names;

    public Palette(IReadOnlyCollection<Family> enabled)
    {
        _colors = [.. NamedColors.All.Where(color => enabled.Contains(color.Family))];
        _families = _colors
            .GroupBy(color => color.Family)
            .ToFrozenDictionary(family => family.Key, family => family.ToArray());

        var names = _colors.ToDictionary(color => color.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var (former, current) in NamedColors.FormerNames)
        {
            if (names.TryGetValue(current, out var color))
            {
                names[former] = color;
            }
        }

        _names = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Empty when no family is enabled.</summary>
    public IReadOnlyList<Color> Colors => _colors;

    /// <summary>Those of one family; empty when it is disabled.</summary>
    public IReadOnlyList<Color> Of(Family family) => _families.GetValueOrDefault(family, []);

    /// <summary>Any color, each as likely as the other; null when no family is enabled.</summary>
    public Color? Draw() => Draw(_colors);

    /// <summary>Any color of the family, each as likely as the other; null when the family is disabled.</summary>
    public Color? Draw(Family family) => _families.TryGetValue(family, out var colors) ? Draw(colors) : null;

    /// <summary>The color of that name, current or former, in any letter case; null when unknown or disabled.</summary>
    public Color? Find(string name) => _names.GetValueOrDefault(name);

    private static Color? Draw(Color[] colors) => colors.Length == 0 ? null : colors[Random.Shared.Next(colors.Length)];
}
