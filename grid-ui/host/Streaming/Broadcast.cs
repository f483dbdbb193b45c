using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Cuts one sampler's news into ticks, which all its viewers follow.</summary>
public sealed class Broadcast(Sampler sampler, TimeProvider clock)
{
    /// <summary>At most 60 a second.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(17);

    /// <summary>Each viewer costs a system call a tick: many get fewer of them, so that sampling goes on.</summary>
    public static readonly TimeSpan ForEachViewer = TimeSpan.FromMilliseconds(0.1);

    /// <summary>Told even without news: the page's clock moves on, and the page knows that the host lives.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    /// <summary>Many come at once when a talk begins: they get the same first frame, and what came since.</summary>
    private static readonly TimeSpan FirstFramesShared = TimeSpan.FromMilliseconds(250);

    private readonly FrameTables _tables = new();
    private readonly Lock _lock = new();
    private volatile Moment? _now;
    private Tick? _first;

    /// <param name="viewers">How many there are at the moment.</param>
    public async Task RunAsync(Func<int> viewers, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Shortest, clock);
        while (!stop.IsCancellationRequested)
        {
            var wanted = ForEachViewer * viewers();
            timer.Period = wanted > Shortest ? wanted : Shortest;
            try
            {
                await timer.WaitForNextTickAsync(stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (HasNews())
            {
                Cut();
            }
        }
    }

    /// <summary>What a new viewer begins with.</summary>
    public Tick First()
    {
        lock (_lock)
        {
            if (_first is null || clock.GetUtcNow() - _first.Now > FirstFramesShared)
            {
                _first = (_now ?? Cut()).Tick;
            }

            return _first;
        }
    }

    /// <returns>The newest tick, once there is one that is newer than what is known.</returns>
    public async ValueTask<Tick> AfterAsync(Cursor known, CancellationToken stop)
    {
        while (true)
        {
            var now = _now ?? Cut();
            if (now.Tick.Cursor.Tick > known.Tick)
            {
                return now.Tick;
            }

            await now.IsOver.Task.WaitAsync(stop);
        }
    }

    private bool HasNews()
    {
        if (_now is not { } now)
        {
            return true;
        }

        var (known, current) = (now.Tick.Cursor, Cursor(now.Tick.Cursor.Tick));
        return known != current with { Tables = known.Tables } || clock.GetUtcNow() - now.Tick.Now >= Heartbeat;
    }

    private Moment Cut()
    {
        lock (_lock)
        {
            var before = _now;
            var cursor = Cursor((before?.Tick.Cursor.Tick ?? 0) + 1);
            _now = new(new(sampler, _tables, cursor, clock.GetUtcNow()));
            before?.IsOver.SetResult();
            return _now;
        }
    }

    private Cursor Cursor(long tick) => new(
        tick, sampler.Log.Number, sampler.Epochs.Current.Number, sampler.Incidents.Number, sampler.Epochs.Warning,
        sampler.Epochs.Circumstances, _tables.Length);

    /// <summary>A tick, until the next one. It does not know the next: who waits long must not hold them all.</summary>
    private sealed class Moment(Tick tick)
    {
        public Tick Tick => tick;

        public TaskCompletionSource IsOver { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
