using System.Collections.Concurrent;
using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

/// <summary>Somebody who watches a source, as a panel does.</summary>
internal sealed class Watching : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly History _history = new();
    private Task _watching = Task.CompletedTask;

    public ConcurrentQueue<Sample> Samples { get; } = new();

    public ConcurrentQueue<Incident> Incidents { get; } = new();

    /// <summary>Of the last report; absent while all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>How many have come since the last frame.</summary>
    public int Reports { get; private set; }

    public static Watching Start(IAnswerSource source)
    {
        var watching = new Watching();
        watching._watching = watching.WatchAsync(source);
        return watching;
    }

    public async Task<(IReadOnlyList<Sample> Samples, History History)> StopAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        return ([.. Samples], _history);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WatchAsync(IAnswerSource source)
    {
        await foreach (var report in source.WatchAsync(_stop.Token))
        {
            (Trouble, Reports) = (report.Trouble, report.Frame is null ? Reports + 1 : 0);
            if (report.Frame is { } frame)
            {
                _history.Add(frame);
                foreach (var sample in frame.Samples)
                {
                    Samples.Enqueue(sample);
                }

                foreach (var incident in frame.Incidents ?? [])
                {
                    Incidents.Enqueue(incident);
                }
            }
        }
    }
}
