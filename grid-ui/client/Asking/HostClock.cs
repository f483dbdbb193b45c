namespace ColorDemo.Grid.Asking;

/// <summary>The host's clock, as far as a page knows it: epochs are stamped by the one, answers by the other.</summary>
public sealed class HostClock(TimeProvider clock) : TimeProvider
{
    /// <summary>More than a frame is ever late: a clock was set, or the host is another one.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    private TimeSpan? _ahead;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + (_ahead ?? TimeSpan.Zero);

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    /// <remarks>Every frame is late, hence the one that makes the host's clock latest is the nearest.</remarks>
    /// <param name="now">As a frame tells it.</param>
    public void Hear(DateTimeOffset now)
    {
        var ahead = now - clock.GetUtcNow();
        if (_ahead is not { } known || ahead > known || known - ahead > Jump)
        {
            _ahead = ahead;
        }
    }
}
