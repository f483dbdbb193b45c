using System.Diagnostics.CodeAnalysis;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>One running sampler for each target, however many people watch it.</summary>
public sealed class Samplers
{
    /// <summary>Every rate is a sampler of its own, so their number is bounded.</summary>
    private const int MaxTargets = 64;

    private const int MaxViewers = 2_000;

    /// <summary>A viewer who reloads the page finds the history still there.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly DeclaredWeights _weights;
    private readonly GridSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Dictionary<Target, Running> _running = [];

    public Samplers(DeclaredWeights weights, GridSettings settings, TimeProvider clock)
    {
        (_weights, _settings, _clock) = (weights, settings, clock);
        weights.PodChanged += Tell;
    }

    /// <summary>Sampling starts with the first viewer and ends <see cref="Grace"/> after the last one left.</summary>
    /// <param name="full">Why not, in a sentence.</param>
    public bool TryJoin(Target target, [NotNullWhen(true)] out Viewing? viewing, out string full)
    {
        lock (_lock)
        {
            (viewing, full) = (null, "");
            if (_running.Values.Sum(one => one.Viewers) >= MaxViewers)
            {
                full = $"{MaxViewers} panels are watched already; close some pages.";
                return false;
            }

            if (!_running.TryGetValue(target, out var running))
            {
                if (_running.Count >= MaxTargets)
                {
                    full = $"{MaxTargets} different endpoints and rates are sampled already; "
                        + "choose one of those rates.";
                    return false;
                }

                var epochs = _weights.Of(target.Gateway).Use(target);
                running = new(new Sampler(target, epochs, _clock, traces: _settings.TraceLink is not null), _clock);
                _running.Add(target, running);
            }

            running.Viewers++;
            running.Joins++;
            viewing = new(running.Broadcast, () => _ = LeaveAsync(target, running));
            return true;
        }
    }

    /// <returns>Nothing when nobody watches it.</returns>
    public Sampler? Find(Target target)
    {
        lock (_lock)
        {
            return _running.GetValueOrDefault(target)?.Sampler;
        }
    }

    private async Task LeaveAsync(Target target, Running running)
    {
        var joins = 0;
        lock (_lock)
        {
            running.Viewers--;
            joins = running.Joins;
        }

        await Task.Delay(Grace, _clock);
        lock (_lock)
        {
            if (running.Viewers == 0 && running.Joins == joins && _running.Remove(target))
            {
                running.Dispose();
                _weights.Of(target.Gateway).Release(target);
            }
        }
    }

    /// <summary>To whoever may be asking that pod.</summary>
    private void Tell(PodChange change)
    {
        var (kind, what) = change.HasCome ? (IncidentKind.PodCame, "has come") : (IncidentKind.PodWent, "has gone");
        lock (_lock)
        {
            foreach (var sampler in _running.Values.Select(one => one.Sampler))
            {
                if (sampler.Epochs.Services.Contains(change.Pod.Service))
                {
                    sampler.Incidents.Add(kind, $"{change.Pod.Name} ({change.Pod.Cluster}) {what}");
                }
            }
        }
    }

    private sealed class Running : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();

        public Running(Sampler sampler, TimeProvider clock)
        {
            Sampler = sampler;
            Broadcast = new(sampler, clock);
            using (ExecutionContext.SuppressFlow()) // the first viewer's request ends before these do
            {
                _ = Task.Run(() => sampler.RunAsync(_stop.Token));
                _ = Task.Run(() => Broadcast.RunAsync(() => Viewers, _stop.Token));
            }
        }

        public Sampler Sampler { get; }
        public Broadcast Broadcast { get; }
        public int Viewers { get; set; }
        public int Joins { get; set; }

        public void Dispose()
        {
            _stop.Cancel();
            _stop.Dispose();
            Sampler.Dispose();
        }
    }
}

/// <summary>One viewer's hold on a sampler.</summary>
public sealed class Viewing(Broadcast broadcast, Action leave) : IDisposable
{
    public Broadcast Broadcast { get; } = broadcast;

    public void Dispose() => leave();
}
