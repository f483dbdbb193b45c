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

    /// <param name="by">-1 is one place earlier, 1 one later; beyond the ends nothing changes.</param>
    public Arrangement Moved(int index, int by)
    {
        var to = index + by;
        if (to < 0 || to >= Panels.Count)
        {
            return this;
        }

        var panels = Panels.ToList();
        (panels[index], panels[to]) = (panels[to], panels[index]);
        return this with { Panels = panels };
    }

    public bool Equals(Arrangement? other) =>
        other is not null && Gateway == other.Gateway && Panels.SequenceEqual(other.Panels);

    public override int GetHashCode() => HashCode.Combine(Gateway, Panels.Count);
}
