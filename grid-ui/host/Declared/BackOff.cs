namespace ColorDemo.GridHost;

/// <summary>Waits between tries: twice as long each time, and never exactly as long as others that wait.</summary>
public sealed class BackOff(TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    /// <summary>A try that lasted this long did some good: the next one may follow soon.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(5);

    private TimeSpan _next = Shortest;

    /// <param name="lasted">How long the try took that has just ended.</param>
    /// <param name="longest">The wait grows no longer, but for up to a half by chance.</param>
    public Task WaitAsync(TimeSpan lasted, TimeSpan longest, CancellationToken stop)
    {
        var due = lasted >= Good ? Shortest : _next;
        var wait = due < longest ? due : longest;
        _next = wait * 2;
        return Task.Delay(wait * (0.5 + Random.Shared.NextDouble()), clock, stop);
    }
}
