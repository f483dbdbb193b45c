using System.Diagnostics.CodeAnalysis;

namespace ColorDemo.GridHost;

/// <summary>One running sampler for each target, however many people watch it.</summary>
public sealed class Samplers(Probe probe, DeclaredWeights weights, TimeProvider clock)
{
    /// <summary>Every rate is a sampler of its own, so their number is bounded.</summary>
    public const int MaxTargets = 64;

    /// <summary>A viewer who reloads the page finds the history still there.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<Target, Running> _running = [];

    /// <summary>Sampling starts with the first viewer and ends <see cref="Grace"/> after the last one left.</summary>
    public bool TryJoin(Target target, [NotNullWhen(true)] out Viewing? viewing)
    {
        lock (_lock)
        {
            if (!_running.TryGetValue(target, out var running))
            {
                if (_running.Count >= MaxTargets)
                {
                    viewing = null;
                    return false;
                }

                var epochs = weights.Of(target.Gateway, target.Path);
                running = new(new Sampler(target, probe, epochs, clock));
                _running.Add(target, running);
            }

            running.Viewers++;
            running.Joins++;
            viewing = new(running.Sampler, () => _ = LeaveAsync(target, running));
            return true;
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

        await Task.Delay(Grace, clock);
        lock (_lock)
        {
            if (running.Viewers == 0 && running.Joins == joins && _running.Remove(target))
            {
                running.Dispose();
            }
        }
    }

    private sealed class Running : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();

        public Running(Sampler sampler)
        {
            Sampler = sampler;
            _ = Task.Run(() => sampler.RunAsync(_stop.Token));
        }

        public Sampler Sampler { get; }
        public int Viewers { get; set; }
        public int Joins { get; set; }

        public void Dispose()
        {
            _stop.Cancel();
            _stop.Dispose();
        }
    }
}

/// <summary>One viewer's hold on a sampler.</summary>
public sealed class Viewing(Sampler sampler, Action leave) : IDisposable
{
    public Sampler Sampler { get; } = sampler;

    public void Dispose() => leave();
}
