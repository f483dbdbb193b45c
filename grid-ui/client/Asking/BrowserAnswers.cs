using System.Runtime.CompilerServices;
using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>
/// The page asks by itself, and remembers. Of its host it hears what is declared and what happened; its own answers it
/// puts into those frames, and into frames of its own between them.
/// </summary>
/// <remarks>
/// A request belongs to the newest epoch that the page has heard of: some 20 ms after it began, longer over a slow
/// network. Nothing is sent while the host is silent, or answers would be held against weights that have changed.
/// </remarks>
public sealed class BrowserAnswers : IAnswerSource
{
    /// <summary>Thirty times a second, if there is news.</summary>
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(33);

    private readonly Feed _feed;
    private readonly Sampling _sampling;
    private readonly Uri _address;
    private readonly HostClock _clock;
    private readonly RequestLoop _loop;
    private volatile Epoch? _epoch;
    private volatile Circumstances _around = Circumstances.None;
    private string? _warning;
    private DateTimeOffset _now;
    private long _toldSample;
    private long _toldIncident;
    private CancellationTokenSource? _asking;

    /// <param name="gateway">Where browsers reach it: scheme, host and port.</param>
    public BrowserAnswers(Feed feed, Sampling sampling, Uri gateway, TimeProvider clock)
    {
        (_feed, _sampling, _address, _clock) = (feed, sampling, sampling.AddressAt(gateway), new(clock));
        var question = new HttpQuestion(_address, sampling, new(new HttpClientHandler()));
        var timed = new TimedQuestion(TimeSpan.FromMilliseconds(sampling.Timeout), question.AskAsync, _clock);
        var traceId = TraceParent.IdIn(sampling.Headers);
        _loop = new(
            sampling with { Concurrency = Math.Min(sampling.Concurrency, Sampling.MaxBrowserConcurrency) },
            async stop => (await timed.AskAsync(null, stop)) with { TraceId = traceId },
            () => new(_clock.GetUtcNow(), _epoch!, _around.Rule),
            _clock);
    }

    public async IAsyncEnumerable<Report> WatchAsync([EnumeratorCancellation] CancellationToken ending)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ending);
        using var timer = new PeriodicTimer(BetweenFrames, _clock);
        await using var reports = _feed.WatchAsync(_sampling, over.Token).GetAsyncEnumerator(over.Token);
        var report = reports.MoveNextAsync().AsTask();
        var tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
        try
        {
            while (!ending.IsCancellationRequested)
            {
                await Task.WhenAny(report, tick);
                if (report.IsCompleted)
                {
                    if (!await report)
                    {
                        yield break;
                    }

                    yield return Hear(reports.Current, over.Token);
                    report = reports.MoveNextAsync().AsTask();
                }
                else
                {
                    tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
                    if (HasNews)
                    {
                        yield return new(OwnFrame(), null);
                    }
                }
            }
        }
        finally
        {
            Rest();
            await over.CancelAsync();
            await ((Task)report).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    public Task<Finding> FindAsync(Sample sample) => Task.FromResult<Finding>(
        _loop.Log.Find(sample.Number) is { } known && known.Sample == sample
            ? new(known.Of(_address, _sampling), null)
            : new(null, "This page remembers only the newest samples, and this one is too old. Choose a newer cell."));

    public async Task<Finding> SendAgainAsync() =>
        _asking is not { } asking ? new(null, "Nothing is sent at the moment; start the panel first.")
        : await _loop.SendAgainAsync(asking.Token) is { } sample ? new(sample.Of(_address, _sampling), null)
        : new(null, "Too many requests are under way, or one was sent just now; send again in a moment.");

    private bool HasNews => _asking is not null
        && (_loop.Log.Number > _toldSample || _loop.Incidents.Number > _toldIncident);

    private Report Hear(Report report, CancellationToken over)
    {
        if (report.Frame is not { } frame)
        {
            Rest();
            return report;
        }

        _clock.Hear(frame.Now);
        _epoch = frame.Epochs is [.., var newest] ? newest : _epoch;
        _around = frame.Circumstances ?? _around;
        (_warning, _now) = (frame.Warning, frame.Now);
        if (_asking is null && _epoch is not null)
        {
            _asking = CancellationTokenSource.CreateLinkedTokenSource(over);
            _ = _loop.RunAsync(_asking.Token);
        }

        var own = OwnFrame();
        return new(own with { Epochs = frame.Epochs, Incidents = [.. frame.Incidents ?? [], .. own.Incidents!] }, null);
    }

    private Frame OwnFrame()
    {
        var (sample, incident) = (_loop.Log.Number, _loop.Incidents.Number);
        var (samples, buckets) = _loop.Log.After(_toldSample, sample);
        var incidents = _loop.Incidents.After(_toldIncident).Where(one => one.Number <= incident);
        (_toldSample, _toldIncident) = (sample, incident);
        _now = _clock.GetUtcNow() is var now && now > _now ? now : _now; // never back
        return new(_now, samples, buckets, [], [.. incidents], _warning);
    }

    private void Rest()
    {
        _asking?.Cancel();
        _asking = null;
    }
}
