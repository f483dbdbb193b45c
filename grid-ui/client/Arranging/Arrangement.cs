using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>Which panels there are, in which order: all that a link has to restore.</summary>
/// <param name="Gateway">By name: the one that panels ask which have none of their own.</param>
public sealed record Arrangement(string Gateway, IReadOnlyList<PanelSettings> Panels)
{
    /// <summary>More would ask more of the gateways than anybody can watch.</summary>
    public const int MaxPanels = 12;

    /// <summary>The first path large, the others small.</summary>
    public static Arrangement First(Catalog catalog) => new(
        catalog.Gateways[0],
        [.. catalog.Paths.Select((path, index) => index == 0 ? PanelSettings.Large(path) : PanelSettings.Small(path))]);

    public Arrangement With(int index, PanelSettings settings) =>
        this with { Panels = [.. Panels.Select((panel, i) => i == index ? settings : panel)] };

    public Arrangement Without(int index) => this with { Panels = [.. Panels.Where((_, i) => i != index)] };

    public Arrangement Plus(PanelSettings settings) => this with { Panels = [.. Panels, settings] };

    public Arrangement Moved(int from, int to)
    {
        var panels = Panels.ToList();
        panels.RemoveAt(from);
        panels.Insert(to, Panels[from]);
        return this with { Panels = panels };
    }

    public bool Equals(Arrangement? other) =>
        other is not null && Gateway == other.Gateway && Panels.SequenceEqual(other.Panels);

    public override int GetHashCode() => HashCode.Combine(Gateway, Panels.Count);
}
