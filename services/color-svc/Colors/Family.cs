namespace ColorDemo.ColorService.Colors;

/// <summary>One of the four families that every color belongs to, and that can be switched off one by one.</summary>
public sealed class Family
{
    private Family(string name) => Name = name;

    public static Family Red { get; } = new("red");

    public static Family Green { get; } = new("green");

    public static Family Blue { get; } = new("blue");

    public static Family Yellow { get; } = new("yellow");

    public static IReadOnlyList<Family> All { get; } = [Red, Green, Blue, Yellow];

    /// <summary>Lower case.</summary>
    public string Name { get; }

    /// <summary>The family of that name in any letter case; null when there is none.</summary>
    public static Family? Find(string name)
    {
        foreach (var family in All)
        {
            if (family.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return family;
            }
        }

        return null;
    }

    public override string ToString() => Name;
}
