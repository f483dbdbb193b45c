using System.Diagnostics;

namespace ColorDemo.Mesh.Proxy;

/// <summary>A wait that ends early only when the client goes away.</summary>
internal static class Pause
{
    /// <summary>Never shorter than told: a timer counts in ticks, and can be early by one.</summary>
    public static async Task ForAsync(TimeSpan length, CancellationToken clientGone)
    {
        var start = Stopwatch.GetTimestamp();
        for (var rest = length; rest > TimeSpan.Zero && !clientGone.IsCancellationRequested;
            rest = length - Stopwatch.GetElapsedTime(start))
        {
            var next = Math.Min(Math.Ceiling(rest.TotalMilliseconds), int.MaxValue); // the longest that a timer takes
            await Task.Delay(TimeSpan.FromMilliseconds(next), clientGone)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
