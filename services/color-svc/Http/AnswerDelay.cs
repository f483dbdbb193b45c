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
            await Task.Delay(delay, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // nobody reads it but the log
            return;
        }

        await next(context);
    }
}
