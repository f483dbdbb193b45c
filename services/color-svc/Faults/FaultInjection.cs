using System.Diagnostics;
using System.Threading.RateLimiting;
using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Faults;

/// <summary>What may come between a question and its answer: a rate limit, then a delay, then an error.</summary>
/// <param name="limiter">Null means no limit.</param>
/// <param name="obeysRequests">Whether a request may ask for a fault by its header.</param>
internal sealed class FaultInjection(
    FaultSwitch faults, RateLimiter? limiter, bool obeysRequests, Action<string> count)
{
    private static readonly Failure BadHeader =
        new(StatusCodes.Status400BadRequest, $"{RequestFault.Header}: accepted is {RequestFault.Accepted}");

    /// <summary>Whether <see cref="InjectAsync"/> could do anything: asked before, since it mostly cannot.</summary>
    public bool IsIdle => limiter is null && !obeysRequests && !faults.TouchesAnswers;

    /// <returns>The failure to answer instead; null when the answer goes out as it is.</returns>
    /// <exception cref="OperationCanceledException">The client left during the delay.</exception>
    public async ValueTask<Failure?> InjectAsync(Family? family, HttpRequest request, CancellationToken cancellation)
    {
        if (limiter?.AttemptAcquire() is { IsAcquired: false } refused)
        {
            count("rate_limit");
            return TooMany(refused);
        }

        var fault = faults.Current.For(family);
        if (obeysRequests && request.Headers[RequestFault.Header] is { Count: > 0 } header)
        {
            if (!RequestFault.TryParse(header.ToString(), out var own))
            {
                return BadHeader;
            }

            fault = own.Over(fault);
        }

        if (fault.DrawDelay() is var delay && delay > TimeSpan.Zero)
        {
            count("delay");
            await WaitAsync(delay, cancellation);
        }

        if (!fault.DrawError())
        {
            return null;
        }

        count("abort");
        return new Failure(fault.ErrorStatus, "injected fault");
    }

    /// <summary>
    /// Never shorter than told: a timer counts in ticks of some milliseconds, and can be early by one.
    /// </summary>
    private static async Task WaitAsync(TimeSpan delay, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        for (var rest = delay; rest > TimeSpan.Zero; rest = delay - Stopwatch.GetElapsedTime(start))
        {
            await Task.Delay((int)Math.Ceiling(rest.TotalMilliseconds), cancellation);
        }
    }

    private static Failure TooMany(RateLimitLease refused)
    {
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        return new(StatusCodes.Status429TooManyRequests, "more than MAX_RPS requests in this second", wait);
    }
}
