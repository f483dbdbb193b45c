namespace ColorDemo.ColorService.Faults;

/// <summary>
/// Holds the faults that are in force: those of the environment until others are set, for good or for a time. Reading
/// is one volatile read, since every request does it.
/// </summary>
public sealed class FaultSwitch(FaultPlan initial, TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private volatile State _state = new(initial, null);
    private ITimer? _latch;

    /// <summary>After every change, on the thread that made it.</summary>
    public event Action? Changed;

    public FaultPlan Current => _state.Plan;

    /// <summary>False is what nearly every request sees.</summary>
    public bool TouchesAnswers => _state.TouchesAnswers;

    /// <summary>How long the current faults still hold; null when they do until changed.</summary>
    public TimeSpan? Remaining =>
        _state.Until is { } until ? TimeSpan.FromTicks(Math.Max(0, (until - time.GetUtcNow()).Ticks)) : null;

    /// <param name="duration">Afterwards those of the environment are back; null means until changed.</param>
    public void Set(FaultPlan plan, TimeSpan? duration)
    {
        lock (_lock)
        {
            _latch?.Dispose();
            var state = new State(plan, duration is null ? null : time.GetUtcNow() + duration);
            _state = state;
            _latch = duration is null
                ? null
                : time.CreateTimer(_ => Recover(state), null, duration.Value, Timeout.InfiniteTimeSpan);
        }

        Changed?.Invoke();
    }

    /// <summary>Back to those of the environment.</summary>
    public void Reset() => Set(initial, null);

    public void Dispose() => _latch?.Dispose();

    private void Recover(State expired)
    {
        lock (_lock)
        {
            if (_state != expired)
            {
                return; // set anew in the same moment
            }

            _state = new(initial, null);
        }

        Changed?.Invoke();
    }

    private sealed record State(FaultPlan Plan, DateTimeOffset? Until)
    {
        public bool TouchesAnswers { get; } = !Plan.IsHarmless;
    }
}
