using System.Threading.RateLimiting;

namespace ColorDemo.ColorService.Faults;

/// <summary>How many requests for colors are answered in one second.</summary>
internal static class RateLimit
{
    /// <param name="mostPerSecond">0 means no limit.</param>
    public static RateLimiter? Of(int mostPerSecond) =>
        mostPerSecond == 0
            ? null
            : new FixedWindowRateLimiter(new()
            {
                PermitLimit = mostPerSecond,
                Window = TimeSpan.FromSeconds(1),
                QueueLimit = 0, // refused at once, rather than made to wait
            });
}
