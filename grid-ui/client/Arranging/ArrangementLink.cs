using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>
/// An arrangement as the query of a link: <c>gateway=bison&amp;panel=/random,cells=64,rate=20&amp;panel=/bison</c>.
/// </summary>
public static class ArrangementLink
{
    /// <returns>Empty for the first arrangement, which needs no words.</returns>
    public static string Of(Arrangement arrangement, Catalog catalog)
    {
        if (arrangement == Arrangement.First(catalog))
        {
            return "";
        }

        var parts = arrangement.Panels.Select(panel => $"panel={PanelText.Of(panel)}");
        return $"?gateway={PanelText.Escape(arrangement.Gateway)}&{string.Join('&', parts)}".TrimEnd('&');
    }

    /// <param name="query">With the question mark, or empty.</param>
    /// <param name="problems">Gets a sentence for each part that is not as it should be, and is left out.</param>
    public static Arrangement Read(string query, Catalog catalog, List<string> problems)
    {
        var first = Arrangement.First(catalog);
        if (query.Length <= 1)
        {
            return first;
        }

        var gateway = first.Gateway;
        List<PanelSettings> panels = [];
        foreach (var part in query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var place = part.IndexOf('=');
            var (name, value) = place >= 0 ? (part[..place], part[(place + 1)..]) : (part, "");
            switch (name)
            {
                case "gateway" when catalog.Gateways.Contains(PanelText.Unescape(value)):
                    gateway = PanelText.Unescape(value);
                    break;
                case "panel" when panels.Count < Arrangement.MaxPanels:
                    if (PanelText.Read(value, catalog, problems) is { } panel)
                    {
                        panels.Add(panel);
                    }

                    break;
                case "gateway":
                    problems.Add($"gateway: '{PanelText.Unescape(value)}' is not one of "
                        + $"{string.Join(", ", catalog.Gateways)}.");
                    break;
                case "panel":
                    problems.Add($"A page has at most {Arrangement.MaxPanels} panels; the others are left out.");
                    break;
                default:
                    problems.Add($"'{PanelText.Unescape(name)}' is no part of an arrangement; it is passed over.");
                    break;
            }
        }

        return new(gateway, panels.Count > 0 || problems.Count == 0 ? panels : first.Panels);
    }
}
