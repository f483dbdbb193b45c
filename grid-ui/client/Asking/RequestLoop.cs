using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>Asks at a steady rate, open-loop: a slow answer delays no other request.</summary>
/// <param name="ask">The token ends the wait without a reply.</param>
/// <param name="now">What is noted of a request when it is sent.</param>
public sealed class RequestLoop(
    Sampling sampling, Func<CancellationToken, Task<Reply>> ask, Func<Sent> now, TimeProvider clock)
{
    /// <summary>After a pause of the machine the rate goes on; the requests missed are not made up for.</summary>
    private static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(0.25);

    /// <summary>A timer's; shorter waits would be none. Higher rates send several requests at each step.</summary>
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(1);

    /// <summary>As fast as somebody can press: what is sent again counts for everybody who looks.</summary>
    private static readonly TimeSpan BetweenRepeats = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan BetweenTellings = TimeSpan.FromSeconds(1);

    private int _underWay;
    private long _skipped;
    private long _missed;
    private long? _toldSkipped;
    private long _sentAgain;

    public SampleLog Log { get; } = new(clock);
    public IncidentLog Incidents { get; } = new(clock);

    /// <remarks>Each moment is counted from the first one, so that no rounding adds up.</remarks>
    public async Task RunAsync(CancellationToken stop)
    {
        var rate = sampling.Rate;
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
                if (TryBegin())
                {
                    _ = AskAsync(stop);
                }
                else
                {
                    _skipped++;
                }
            }

            TellSkipped();
            var wait = TimeSpan.FromSeconds(sent / rate) - clock.GetElapsedTime(start);
            await Task.Delay(wait > TimerStep ? wait : TimerStep, clock, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One more request than the rate says, counted like every other.</summary>
    /// <returns>Nothing when too many are under way, when one was just sent, or when it was stopped.</returns>
    public async Task<RememberedSample?> SendAgainAsync(CancellationToken stop) =>
        MayBeSentAgain() && TryBegin() ? await AskAsync(stop) : null;

    private bool MayBeSentAgain()
    {
        var last = Interlocked.Read(ref _sentAgain);
        return (last == 0 || clock.GetElapsedTime(last) >= BetweenRepeats)
            && Interlocked.CompareExchange(ref _sentAgain, clock.GetTimestamp(), last) == last;
    }

    private bool TryBegin()
    {
        if (Interlocked.Increment(ref _underWay) <= sampling.Concurrency)
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
            var sent = now();
            return Log.Add(await ask(stop), sent);
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
                ? $"{(sampling.Asker == Asker.Host ? "the grid's machine" : "this browser")} was too busy"
                : $"{Text(sampling.Concurrency)} were under way";
            Incidents.Add(IncidentKind.Skipped, $"{Text(_skipped + _missed)} {what} not sent: {why}");
            (_skipped, _missed, _toldSkipped) = (0, 0, clock.GetTimestamp());
        }
    }

    private static string Text(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
