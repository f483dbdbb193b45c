using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Asks one target at its rate, open-loop: a slow answer delays no other request.</summary>
/// <param name="traces">Whether requests bear trace ids.</param>
public sealed class Sampler(Target target, EpochLog epochs, TimeProvider clock, bool traces = false) : IDisposable
{
    /// <summary>After a pause of the machine the rate goes on; the requests missed are not made up for.</summary>
    private static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(0.25);

    /// <summary>A timer's; shorter waits would be none. Higher rates send several requests at each step.</summary>
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan BetweenTellings = TimeSpan.FromSeconds(1);

    private readonly Probe _probe = new(target, clock, traces);
    private readonly CancellationTokenSource _end = new();
    private int _underWay;
    private long _skipped;
    private long _missed;
    private long? _toldSkipped;

    public Target Target => target;
    public SampleLog Log { get; } = new(clock);
    public IncidentLog Incidents { get; } = new(clock);
    public EpochLog Epochs => epochs;

    /// <remarks>Each moment is counted from the first one, so that no rounding adds up.</remarks>
    public async Task RunAsync(CancellationToken stop)
    {
        var rate = target.Sampling.Rate;
        var (start, sent) = (clock.GetTimestamp(), 0L);
        while (!stop.IsCancellationRequested)
        {
            var due = (long)(clock.GetElapsedTime(start).TotalSeconds * rate) + 1;
            if (due - sent > Math.Max(1, MaxLag.TotalSeconds * rate))
            {
                _missed += due - sent - 1;
                (start, sent, due) = (clock.GetTimestamp(), 0, 1);
            }

            for (; sent < due; sent++)
            {
                Ask(stop);
            }

            TellSkipped();
            var wait = TimeSpan.FromSeconds(sent / rate) - clock.GetElapsedTime(start);
            await Task.Delay(wait > TimerStep ? wait : TimerStep, clock, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One more request than the rate says, counted like every other.</summary>
    /// <returns>Nothing when as many are under way as may be, or when the sampler ended meanwhile.</returns>
    public async Task<RememberedSample?> SendAgainAsync()
    {
        if (!TryBegin())
        {
            return null;
        }

        return await AskAsync(_end.Token);
    }

    public void Dispose()
    {
        _end.Cancel();
        _probe.Dispose();
    }

    private void Ask(CancellationToken stop)
    {
        if (TryBegin())
        {
            _ = AskAsync(stop);
        }
        else
        {
            _skipped++;
        }
    }

    private bool TryBegin()
    {
        if (Interlocked.Increment(ref _underWay) <= target.Sampling.Concurrency)
        {
            return true;
        }

        Interlocked.Decrement(ref _underWay);
        return false;
    }

    private async Task<RememberedSample?> AskAsync(CancellationToken stop)
    {
        try
        {
            var sent = new Sent(clock.GetUtcNow(), epochs.Current, epochs.Rule);
            return Log.Add(await _probe.AskAsync(stop), sent);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return null; // stopped: nobody looks any more, and a request cut short is no sample
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private void TellSkipped()
    {
        if (_skipped + _missed > 0 && (_toldSkipped is not { } told || clock.GetElapsedTime(told) >= BetweenTellings))
        {
            var what = _skipped + _missed == 1 ? "request was" : "requests were";
            var why = _skipped == 0
                ? "the grid's machine was too busy"
                : $"{Text(target.Sampling.Concurrency)} were under way";
            Incidents.Add(IncidentKind.Skipped, $"{Text(_skipped + _missed)} {what} not sent: {why}");
            (_skipped, _missed, _toldSkipped) = (0, 0, clock.GetTimestamp());
        }
    }

    private static string Text(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
