using System.Diagnostics;
using ColorDemo.ColorService.Telemetry.Traces;

namespace ColorDemo.ColorService.Telemetry;

/// <summary>One line a request. No header and no query, which may carry secrets.</summary>
internal sealed partial class RequestLog(ILogger logger)
{
    public RequestDelegate Write(RequestDelegate next) => async context =>
    {
        var start = Stopwatch.GetTimestamp();
        await next(context);

        // Encoded, so that no path can break a line or color a terminal.
        var path = context.Request.Path.ToUriComponent();
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        LogRequest(
            context.Request.Method, path, context.Response.StatusCode, milliseconds, TraceId.Of(context) ?? "-");
    };

    [LoggerMessage(10, LogLevel.Information,
        "{Method} {Path} answered {Status} in {Milliseconds:0.000} ms, trace {TraceId}")]
    private partial void LogRequest(string method, string path, int status, double milliseconds, string traceId);
}
