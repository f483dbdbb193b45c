using ColorDemo.ColorService.Faults;

namespace ColorDemo.ColorService.LifeCycle;

/// <summary>Whether this pod wants traffic. Not while it starts, drains, or is told to say so.</summary>
internal sealed class Readiness
{
    private readonly FaultSwitch _faults;
    private volatile bool _isWarm;
    private volatile bool _isDraining;

    public Readiness(FaultSwitch faults)
    {
        _faults = faults;
        faults.Changed += () => Changed?.Invoke();
    }

    /// <summary>It may have changed; ask <see cref="Obstacle"/>.</summary>
    public event Action? Changed;

    public bool IsDraining => _isDraining;

    /// <summary>Why it is not ready; null when it is.</summary>
    public string? Obstacle =>
        _isDraining ? "draining"
        : !_isWarm ? "starting"
        : _faults.Current.IsUnready ? "told to be unready by /faults"
        : null;

    /// <summary>Ready after that time, unless it is stopped before.</summary>
    public async Task WarmUpAsync(TimeSpan time, CancellationToken stopping)
    {
        await Task.Delay(time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _isWarm = !stopping.IsCancellationRequested;
        Changed?.Invoke();
    }

    public void Drain()
    {
        _isDraining = true;
        Changed?.Invoke();
    }
}
