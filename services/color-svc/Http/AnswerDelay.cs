using System.Diagnostics;

namespace ColorDemo.ColorService.Http;

/// <summary>Holds every answer back, except those of <see cref="Operations"/>.</summary>
internal sealed class AnswerDelay(TimeSpan delay)
{
    public RequestDelegate Hold(RequestDelegate next) => context =>
        context.GetEndpoint()?.Metadata.GetMetadata<Operations>() is null
            ? HoldAsync(next, context)
            : next(context);

    private async Task HoldAsync(RequestDelegate next, HttpContext context)
    {
        try
        {
            await WaitAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // nobody reads it but the log
            return;
        }

        await next(context);
    }

    /// <summary>At least the delay: a timer alone may fire some milliseconds early, as its clock is coarse.</summary>
    private async Task WaitAsync(CancellationToken cancelled)
    {
        var start = Stopwatch.GetTimestamp();
        for (var left = delay; left > TimeSpan.Zero; left = delay - Stopwatch.GetElapsedTime(start))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), cancelled);
        }
    }
}
