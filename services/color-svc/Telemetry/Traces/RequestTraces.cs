using System.Diagnostics;
using ColorDemo.ColorService.Http;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>
/// A span for every sampled request, except those of <see cref="Operations"/>. Not the SDK's instrumentation of ASP.NET
/// Core: that one lets the host make an Activity for every request, sampled or not.
/// </summary>
internal sealed class RequestTraces(ActivitySource source, CallerTrace callers, TraceSampler sampler)
{
    public RequestDelegate Trace(RequestDelegate next) => context =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Operations>() is not null)
        {
            return next(context);
        }

        var isSampled = callers.TryRead(context.Request.Headers, out var caller)
            ? sampler.TakesChildOf(caller)
            : sampler.TakesRoot();
        return isSampled ? TraceAsync(next, context, caller) : next(context);
    };

    private async Task TraceAsync(RequestDelegate next, HttpContext context, ActivityContext caller)
    {
        using var span = source.StartActivity(context.Request.Method, ActivityKind.Server, caller);
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            span?.AddException(exception);
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            if (span is not null)
            {
                RequestSpan.Describe(span, context);
            }
        }
    }
}
