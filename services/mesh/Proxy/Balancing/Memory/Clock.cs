namespace ColorDemo.Mesh.Proxy;

/// <summary>A monotonic time that tests can turn.</summary>
internal sealed class Clock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>In <see cref="TimeSpan.Ticks"/> since this clock was made.</summary>
    public long Now => time.GetElapsedTime(_start).Ticks;
}
