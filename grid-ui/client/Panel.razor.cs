using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components;

namespace ColorDemo.Grid;

/// <summary>One endpoint with its cells, its shares and its verdict.</summary>
public sealed partial class Panel
{
    /// <summary>Numbers that change faster cannot be read. What is no number waits for nothing.</summary>
    private static readonly TimeSpan RenderEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Of the page: what is asked where the panel names none.</summary>
    [Parameter, EditorRequired] public required string Gateway { get; set; }
    [Parameter, EditorRequired] public required PanelSettings Settings { get; set; }
    [Parameter] public EventCallback<PanelSettings> SettingsChanged { get; set; }

    /// <summary>Where the rest of the settings are changed.</summary>
    [Parameter] public RenderFragment? Editor { get; set; }
    [Parameter] public bool Large { get; set; }

    /// <summary>Nobody can see the page: nothing is asked meanwhile.</summary>
    [Parameter] public bool Hidden { get; set; }

    /// <summary>The <see cref="Catalog.TraceLink"/>.</summary>
    [Parameter] public string? TraceLink { get; set; }

    /// <summary>The <see cref="Catalog.BrowserGateways"/>.</summary>
    [Parameter] public IReadOnlyDictionary<string, string>? BrowserGateways { get; set; }

    /// <summary>One panel at a time has the inspector.</summary>
    [Parameter] public bool Inspects { get; set; }
    [Parameter] public EventCallback InspectsChanged { get; set; }

    /// <summary>Unlike any other panel's on the page.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    /// <summary>Of a screen, in which a browser paints.</summary>
    private static readonly TimeSpan OneFrame = TimeSpan.FromMilliseconds(17);

    private readonly CellWall _wall = new(CellWall.MinCells);
    private History _history = new();
    private Trials _trials = new();
    private Cells? _canvas;
    private CancellationTokenSource? _watching;
    private Sampling? _watched;
    private IAnswerSource _source = null!;
    private bool _wasRunning;
    private bool _hasPainted;
    private string? _trouble;
    private DateTimeOffset _renderedAt;
    private Inspected? _inspected;

    private string State => (Settings.Running, _trouble, _history.Current) switch
    {
        (false, _, _) => "stopped",
        (_, not null, _) => "trouble",
        (_, _, null) => "connecting",
        _ => "live",
    };

    private (Type? Of, bool OldGone) VerdictKind => _trials.Current?.Verdict is { } verdict
        ? (verdict.GetType(), verdict is Verdict.Changing { OldGone: not null })
        : default;

    private IReadOnlyList<ShareRow> Rows =>
        new ShareTable(
            _trials.Current?.Tallies ?? [], _history.Current?.Split, Settings.Rows, Settings.Timeout).Rows();

    /// <summary>A request that takes longer is missed, or the verdict would wait for a minute.</summary>
    private TimeSpan Lag => TimeSpan.FromMilliseconds(Math.Min(Settings.Timeout, Sampling.DefaultTimeout));

    private bool HidesWhy => Settings.Asker == Asker.Browser
        && _trials.Current?.Tallies.Any(tally => tally.Outcome == Outcome.Refused) is true;

    private string? Source => _history.Current is { } epoch
        ? DeclaredSource.Of(epoch, _history.Circumstances, _history.Now)
        : null;

    private bool IsWrong => _trials.Current?.Verdict is Verdict.NotAsDeclared or Verdict.NoAnswers { Failures: > 0 };

    /// <summary>
    /// Told beside the verdict: what is missing, or else what may be the reason. The others follow the shares.
    /// </summary>
    private IReadOnlyList<DeclaredFact> Reasons
    {
        get
        {
            var facts = _history.Circumstances.Facts;
            var isLacking = facts.Any(fact => fact.IsLack);
            return
            [
                .. facts.Where(fact => isLacking ? fact.IsLack : IsWrong && fact.MayMoveShares).Take(Large ? 2 : 1),
            ];
        }
    }

    private IReadOnlyList<DeclaredFact> OtherFacts =>
        Large ? [.. _history.Circumstances.Facts.Except(Reasons)] : [];

    protected override void OnParametersSet()
    {
        if (_wall.Cells.Count != Settings.Cells)
        {
            _wall.Resize(Settings.Cells);
            _canvas?.Paint();
        }

        var sampling = Settings.SamplingOf(Gateway);
        if (_watched is not null && _watched with { Rate = 1 } != sampling with { Rate = 1 })
        {
            _history = new(); // of something else
            _wall.Clear();
        }

        var isRunning = Settings.Running && !Hidden;
        if (_watched != sampling || _wasRunning != isRunning)
        {
            _source = _watched == sampling ? _source : SourceOf(sampling);
            // What comes after a pause, or at another rate, is tried by itself.
            _trials = isRunning ? new(Lag) : _trials;
            (_watched, _wasRunning) = (sampling, isRunning);
            Restart();
        }
    }

    /// <remarks>Without an address, the host is asked for the sentence that says so.</remarks>
    private IAnswerSource SourceOf(Sampling sampling) =>
        sampling.Asker == Asker.Browser && BrowserGateways?.GetValueOrDefault(sampling.Gateway) is { } address
            ? new BrowserAnswers(Feed, sampling, new(address), Clock)
            : new HostAnswers(Feed, Lookup, sampling);

    private void Restart()
    {
        _watching?.Cancel();
        _trouble = null;
        if (_wasRunning)
        {
            _watching = new();
            _ = WatchAsync(_watching.Token);
        }
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        await foreach (var report in _source.WatchAsync(stop))
        {
            if (stop.IsCancellationRequested)
            {
                return; // what was on its way when another gateway or rate was chosen
            }

            var (changed, before) = (_trouble != report.Trouble, VerdictKind);
            _trouble = report.Trouble;
            if (_trouble is not null)
            {
                _history.Break();
            }

            if (report.Frame is { } frame)
            {
                await PaintAsync(frame.Samples);
                _history.Add(frame);
                _trials.Hear(Settings.Asker == Asker.Browser ? frame.WithoutAborts() : frame);
            }

            if (changed || before != VerdictKind || Clock.GetUtcNow() - _renderedAt >= RenderEvery)
            {
                _renderedAt = Clock.GetUtcNow();
                StateHasChanged();
            }
        }
    }

    /// <summary>The first cells do not wait for all that the rest of the page runs for the first time.</summary>
    private async Task PaintAsync(IReadOnlyList<Sample> samples)
    {
        foreach (var sample in samples)
        {
            _wall.Show(sample);
        }

        _canvas?.Paint();
        if (!_hasPainted)
        {
            _hasPainted = true;
            await Task.Delay(OneFrame, Clock);
        }
    }

    private void Reset()
    {
        _history.Clear();
        _trials.StartOver(_history.Now);
    }

    private bool ByPod => Settings.Rows == ShareRows.Pod;

    private Task SwitchRows() =>
        SettingsChanged.InvokeAsync(Settings with { Rows = ByPod ? ShareRows.Version : ShareRows.Pod });

    private async Task InspectAsync(Sample sample)
    {
        var opened = _inspected = new(sample);
        await InspectsChanged.InvokeAsync();
        var found = await _source.FindAsync(sample);
        if (_inspected == opened)
        {
            _inspected = opened with { Details = found.Details, Problem = found.Problem };
        }
    }

    private async Task SendAgainAsync()
    {
        var sending = _inspected = _inspected! with { IsSending = true, Problem = null };
        var found = await _source.SendAgainAsync();
        if (_inspected == sending)
        {
            _inspected = found.Details is { } made
                ? new(made.Sample, made) { IsAgain = true }
                : sending with { IsSending = false, Problem = found.Problem };
        }
    }

    private async Task CloseAsync()
    {
        _inspected = null;
        await _canvas!.FocusAsync();
    }

    public void Dispose() => _watching?.Cancel();
}
