using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Prometheus;

namespace ColorDemo.ColorService.Telemetry;

/// <summary>Counts and times gRPC calls under the names that gRPC servers in Go and Java use.</summary>
internal sealed class CallMetrics(IMetricFactory metrics)
{
    private readonly Counter _handled = metrics.CreateCounter(
        "grpc_server_handled_total",
        "Calls that were answered.",
        ["grpc_type", "grpc_service", "grpc_method", "grpc_code"]);

    private readonly Histogram _duration = metrics.CreateHistogram(
        "grpc_server_handling_seconds",
        "Seconds from a call to the end of its answer.",
        ["grpc_type", "grpc_service", "grpc_method"],
        new() { Buckets = RequestMetrics.Buckets });

    private readonly ConcurrentDictionary<(IMethod Method, StatusCode Code), (Counter.Child, Histogram.Child)> _series =
        new();

    public RequestDelegate Measure(RequestDelegate next) => context =>
        context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method: var method }
            ? MeasureAsync(next, context, method)
            : next(context);

    private async Task MeasureAsync(RequestDelegate next, HttpContext context, IMethod method)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var (handled, duration) = _series.GetOrAdd((method, CodeOf(context)), Resolve);
            handled.Inc();
            duration.Observe(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }

    /// <summary>Calls without a status of their own were broken off.</summary>
    public static StatusCode CodeOf(HttpContext context)
    {
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers; // null over HTTP/1.1
        var status = trailers?.GrpcStatus is { Count: > 0 } trailer ? trailer : context.Response.Headers.GrpcStatus;
        return int.TryParse(status, CultureInfo.InvariantCulture, out var code)
            ? (StatusCode)code
            : StatusCode.Cancelled;
    }

    private (Counter.Child, Histogram.Child) Resolve((IMethod Method, StatusCode Code) series)
    {
        var (method, code) = series;
        var type = method.Type switch
        {
            MethodType.Unary => "unary",
            MethodType.ServerStreaming => "server_stream",
            MethodType.ClientStreaming => "client_stream",
            _ => "bidi_stream",
        };
        return (
            _handled.WithLabels(type, method.ServiceName, method.Name, code.ToString()),
            _duration.WithLabels(type, method.ServiceName, method.Name));
    }
}
