using System.Globalization;
using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ColorDemo.Grid;

/// <summary>Shares, errors and latency over time, with marks where something happened.</summary>
public sealed partial class Timeline
{
    private static int s_made;

    /// <summary>Faster than this, nobody reads.</summary>
    private static readonly TimeSpan RebuildEvery = TimeSpan.FromMilliseconds(240);

    [Parameter, EditorRequired] public required History History { get; set; }

    /// <summary>By <see cref="Epoch.Number"/>.</summary>
    [Parameter] public IReadOnlyDictionary<long, Reaction> Reactions { get; set; } = new Dictionary<long, Reaction>();

    /// <summary>Of the panel, for its name and its files.</summary>
    [Parameter, EditorRequired] public required string Title { get; set; }
    [Parameter] public bool Large { get; set; }

    /// <summary>The viewer wants what was until now to be forgotten.</summary>
    [Parameter] public EventCallback Reset { get; set; }

    private readonly string _id = $"timeline-{++s_made}";
    private readonly TimelineView _view = new();
    private Bands? _bands;
    private Columns? _columns;
    private TimelineChart? _chart;
    private PlotLayout? _layout;
    private History? _drawn;
    private bool _mounted;

    private PlotLayout Layout => _layout ?? new(Large ? 960 : 420, Large ? 230 : 130, 13);

    private DateTimeOffset Shown => _view.Shown ?? _view.Window.End;

    private TimelineReading Readout => new(_chart!, _view.Shown ?? (_view.PausedAt is null ? null : _view.Window.End));

    protected override void OnParametersSet()
    {
        if (_drawn != History)
        {
            (_drawn, _bands) = (History, new(Marks));
            _columns = new(_bands);
            _view.GoOn();
            Rebuild();
        }
        else if (_view.PausedAt is null && (History.Now - _chart!.Window.End).Duration() >= RebuildEvery)
        {
            Rebuild();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && OperatingSystem.IsBrowser())
        {
            await PlotWatch.LoadAsync();
            PlotWatch.Mount(_id, Resize, steps => Zoom(steps));
            _mounted = true;
        }
    }

    private void Rebuild()
    {
        _view.Advance(History.Now, History.Seen);
        _chart = new(History, Reactions, _columns!, _bands!, _view.Window, Layout);
    }

    private void Resize(double width, double height, double em)
    {
        if (width > 0 && height > 0 && new PlotLayout(width, height, em) is var layout && layout != _layout)
        {
            _layout = layout;
            Rebuild();
            StateHasChanged();
        }
    }

    private void Zoom(int steps)
    {
        _view.Zoom(steps);
        Rebuild();
        StateHasChanged();
    }

    private void Point(PointerEventArgs pointer) => _view.Point(pointer.OffsetX / Layout.PlotWidth);

    private void Press(KeyboardEventArgs key)
    {
        if (!key.CtrlKey && !key.AltKey && !key.MetaKey && TimelineKeys.Apply(_view, key.Key, key.ShiftKey))
        {
            Rebuild();
        }
    }

    private async Task ResetAsync()
    {
        await Reset.InvokeAsync();
        _view.GoOn();
        Rebuild();
    }

    private Task ExportAsync(string kind) => OperatingSystem.IsBrowser()
        ? TimelineFiles.SaveAsync(kind, Title, Clock.GetUtcNow(), $"{_id}-svg", _chart!, History, Reactions)
        : Task.CompletedTask;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        if (_mounted && OperatingSystem.IsBrowser())
        {
            PlotWatch.Unmount(_id);
        }
    }
}
