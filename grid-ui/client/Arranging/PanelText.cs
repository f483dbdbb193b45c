using System.Text;
using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>One panel in a link: its path, then what differs from a small panel's settings.</summary>
public static class PanelText
{
    public static string Of(PanelSettings panel)
    {
        var standard = PanelSettings.Small(panel.Path);
        var text = new StringBuilder(Escape(panel.Path));
        Add("name", panel.Name, standard.Name);
        Add("gateway", panel.Gateway, standard.Gateway);
        Add("asker", panel.Asker == Asker.Browser ? "browser" : "host", "host");
        Add("cells", $"{panel.Cells}", $"{standard.Cells}");
        Add("rate", SamplingRate.Text(panel.Rate), SamplingRate.Text(standard.Rate));
        Add("hue", HueText(panel.Hue), HueText(standard.Hue));
        Add("rows", panel.Rows == ShareRows.Pod ? "pod" : "version", "version");
        Add("protocol", panel.Protocol == SamplingProtocol.Grpc ? "grpc" : "http", "http");
        foreach (var header in HeaderLines.Parse(panel.Headers))
        {
            Add("header", $"{header.Name}: {header.Value}", "");
        }

        Add("query", panel.Query, "");
        Add("connections", panel.NewConnections ? "new" : "kept", "kept");
        Add("timeout", $"{panel.Timeout}", $"{standard.Timeout}");
        Add("concurrency", $"{panel.Concurrency}", $"{standard.Concurrency}");
        Add("state", panel.Running ? "running" : "stopped", "running");
        return text.ToString();

        void Add(string name, string value, string usual)
        {
            if (value != usual)
            {
                text.Append(',').Append(name).Append('=').Append(Escape(value));
            }
        }
    }

    /// <returns>Nothing when the path is none that may be asked.</returns>
    public static PanelSettings? Read(string text, Catalog catalog, List<string> problems)
    {
        var parts = text.Split(',');
        var path = Unescape(parts[0]);
        if (!catalog.Paths.Contains(path))
        {
            problems.Add($"panel: '{path}' is not one of {string.Join(", ", catalog.Paths)}; the panel is left out.");
            return null;
        }

        var panel = PanelSettings.Small(path);
        foreach (var part in parts.Skip(1))
        {
            var place = part.IndexOf('=');
            var (name, value) = place >= 0 ? (part[..place], Unescape(part[(place + 1)..])) : (part, "");
            panel = With(panel, name, value, catalog) ?? Refuse(panel, name, value, problems);
        }

        return panel;
    }

    /// <summary>Leaves what a query may hold as it is: a link should be readable.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(text)
        .Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal);

    public static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string HueText(CellHue hue) => hue.ToString().ToLowerInvariant();

    private static PanelSettings? With(PanelSettings panel, string name, string value, Catalog catalog) => name switch
    {
        "name" => panel.WithName(value),
        "gateway" when catalog.Gateways.Contains(value) => panel with { Gateway = value },
        "cells" => Same(panel.WithCells(value), one => $"{one.Cells}", value),
        "rate" => Same(panel.WithRate(value), one => SamplingRate.Text(one.Rate), value),
        "hue" when Enum.GetValues<CellHue>().Where(hue => HueText(hue) == value).ToList() is [var hue] =>
            panel with { Hue = hue },
        "asker" when value is "host" => panel.WithAsker(Asker.Host),
        "asker" when value is "browser" && catalog.BrowserGateways is not null => panel.WithAsker(Asker.Browser),
        "protocol" or "connections" when panel.Asker == Asker.Browser && value is "grpc" or "new" => null,
        "rows" when value is "version" or "pod" =>
            panel with { Rows = value == "pod" ? ShareRows.Pod : ShareRows.Version },
        "protocol" when value is "http" or "grpc" =>
            panel with { Protocol = value == "grpc" ? SamplingProtocol.Grpc : SamplingProtocol.Http },
        "header" => panel with { Headers = panel.Headers.Length == 0 ? value : $"{panel.Headers}\n{value}" },
        "query" => panel with { Query = value },
        "connections" when value is "new" or "kept" => panel with { NewConnections = value == "new" },
        "timeout" => Same(panel.WithTimeout(value), one => $"{one.Timeout}", value),
        "concurrency" => Same(panel.WithConcurrency(value), one => $"{one.Concurrency}", value),
        "state" when value is "running" or "stopped" => panel with { Running = value == "running" },
        _ => null,
    };

    /// <summary>What was clamped or is no number was no good setting.</summary>
    private static PanelSettings? Same(PanelSettings panel, Func<PanelSettings, string> text, string value) =>
        text(panel) == value ? panel : null;

    private static PanelSettings Refuse(PanelSettings panel, string name, string value, List<string> problems)
    {
        problems.Add($"panel {panel.Path}: {name}={value} is no setting of a panel; it is passed over.");
        return panel;
    }
}
