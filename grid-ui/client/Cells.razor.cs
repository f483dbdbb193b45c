using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components;

namespace ColorDemo.Grid;

/// <summary>A wall on a canvas, with all that hovers over it.</summary>
public sealed partial class Cells
{
    private static readonly TimeSpan CountFirst = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(3);

    [Parameter, EditorRequired] public required string Id { get; set; }
    [Parameter, EditorRequired] public required CellWall Wall { get; set; }
    [Parameter] public CellHue Hue { get; set; }

    /// <summary>Whether nothing new has come for a while, so that the wall tells of the past.</summary>
    [Parameter] public bool Stale { get; set; }

    /// <summary>Whether a legend stands below the cells.</summary>
    [Parameter] public bool Legend { get; set; }

    /// <summary>Told the sample of the cell that was clicked, or chosen by Enter or Space.</summary>
    [Parameter] public EventCallback<Sample> SelectedChanged { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = TimeProvider.System;

    private readonly CancellationTokenSource _gone = new();
    private ElementReference _canvas;
    private ShownCells _shown = null!;
    private IReadOnlyList<(FaceKey Key, CellFace Face, int Count)> _counted = [];
    private TimeSpan? _countedAt;
    private CellHue _paintedHue;
    private int _pointed = -1;
    private Sample? _tip;
    private string? _spoken;
    private bool _mounted;
    private bool _repaints;

    private TimeSpan Now => Clock.GetElapsedTime(0);

    private string Label => (Stale ? "Stale. " : "") + CellSummary.Of(_counted);

    protected override void OnInitialized() => _shown = new(Marks);

    protected override void OnParametersSet()
    {
        if (_paintedHue != Hue)
        {
            (_paintedHue, _countedAt) = (Hue, null);
            Paint();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && OperatingSystem.IsBrowser())
        {
            await CellPainter.LoadAsync();
            if (!_gone.IsCancellationRequested)
            {
                CellPainter.Mount(Id, [.. ClusterMarks.Shapes], Point, Open);
                _mounted = true;
                Paint();
            }
        }
    }

    /// <summary>Shows what the wall has become.</summary>
    public void Paint()
    {
        var waits = _shown.Update(Wall.AsSpan(), Hue, Now);
        if (_mounted && OperatingSystem.IsBrowser())
        {
            var (faces, texts, first) = _shown.Faces.TakeNew();
            CellPainter.Paint(Id, _shown.Bytes, faces, texts, first, Wall.Painted);
        }

        if (waits && !_repaints)
        {
            _ = RepaintAsync();
        }

        // A screen reader is told in peace, not sixty times a second.
        if (!(Now - _countedAt < (_counted.Count > 0 ? CountEvery : CountFirst)))
        {
            (_counted, _countedAt) = (_shown.Count(), Now);
            StateHasChanged();
        }
        else if (!ReferenceEquals(_tip, _shown[_pointed]))
        {
            _tip = _shown[_pointed];
            StateHasChanged();
        }
    }

    public ValueTask FocusAsync() => _canvas.FocusAsync(preventScroll: true);

    /// <summary>Cells that had to wait are shown even if no frame follows.</summary>
    private async Task RepaintAsync()
    {
        _repaints = true;
        await Task.Delay(ShownCells.LongestHold, Clock, _gone.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _repaints = false;
        if (!_gone.IsCancellationRequested)
        {
            Paint();
        }
    }

    private void Point(int cell, bool byKey)
    {
        _pointed = cell;
        _shown.Held = cell < 0 ? null : cell;
        _tip = _shown[cell];
        _spoken = !byKey ? null : _tip is { } sample ? CellWords.Sentence(sample) : "Empty cell";
        StateHasChanged();
    }

    private void Open(int cell)
    {
        if (_shown[cell] is { } sample)
        {
            _ = InvokeAsync(() => SelectedChanged.InvokeAsync(sample));
        }
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        if (_mounted && OperatingSystem.IsBrowser())
        {
            CellPainter.Unmount(Id);
        }
    }
}
