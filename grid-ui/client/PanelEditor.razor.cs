using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components;

namespace ColorDemo.Grid;

public sealed partial class PanelEditor
{
    [Parameter, EditorRequired] public required Catalog Catalog { get; set; }
    [Parameter, EditorRequired] public required PanelSettings Settings { get; set; }
    [Parameter] public EventCallback<PanelSettings> SettingsChanged { get; set; }

    /// <summary>Of the page: the panel's where it names none.</summary>
    [Parameter] public string Gateway { get; set; } = "";

    /// <summary>From 0; the first panel is the large one.</summary>
    [Parameter] public int Place { get; set; }

    /// <summary>How many panels there are.</summary>
    [Parameter] public int Count { get; set; } = 1;

    /// <summary>Told the new place.</summary>
    [Parameter] public EventCallback<int> Moved { get; set; }
    [Parameter] public EventCallback Removed { get; set; }

    private bool IsFirst => Place == 0;

    private bool IsBrowser => Settings.Asker == Asker.Browser;

    private int MaxConcurrency => IsBrowser ? Sampling.MaxBrowserConcurrency : Sampling.MaxConcurrency;

    private int Concurrency => Math.Min(Settings.Concurrency, MaxConcurrency);

    private string GatewayName => Settings.Gateway.Length > 0 ? Settings.Gateway : Gateway;

    private bool MayBrowse => Catalog.BrowserAddressOf(GatewayName) is not null;

    private string? AskerNote =>
        !MayBrowse ? $"Browsers have no address of {GatewayName}; GRID_BROWSER_GATEWAYS gives one to the host."
        : IsBrowser ? "Over HTTP, on kept connections, at most 100 a second; answers need CORS headers."
        : null;

    private Task Set(PanelSettings settings) => SettingsChanged.InvokeAsync(settings);

    private Task SetProtocol(ChangeEventArgs change) =>
        Set(Settings with { Protocol = Enum.Parse<SamplingProtocol>(Text(change)) });

    private static string Text(ChangeEventArgs change) => $"{change.Value}".Trim();
}
