using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>The trace that a request belongs to, as its headers tell.</summary>
/// <param name="propagators">By the names of OTEL_PROPAGATORS.</param>
internal sealed class CallerTrace(IReadOnlyList<string> propagators)
{
    private readonly string[] _headers = [.. propagators.Select(Header).OfType<string>()];

    private readonly CompositeTextMapPropagator _propagator =
        new([.. propagators.Select(Propagator).OfType<TextMapPropagator>()]);

    /// <returns>False when there is none, or it is malformed: then the request begins a trace.</returns>
    public bool TryRead(IHeaderDictionary headers, out ActivityContext caller)
    {
        caller = default;
        foreach (var header in _headers)
        {
            if (headers.ContainsKey(header))
            {
                caller = _propagator.Extract(default, headers, Values).ActivityContext;
                break;
            }
        }

        return caller.IsValid();
    }

    private static IEnumerable<string> Values(IHeaderDictionary headers, string name) => headers[name]!;

    private static string? Header(string propagator) => propagator switch
    {
        "tracecontext" => "traceparent",
        "b3" => "b3",
        "b3multi" => "X-B3-TraceId",
        _ => null, // baggage: nothing here reads it
    };

    private static TextMapPropagator? Propagator(string propagator) => propagator switch
    {
        "tracecontext" => new TraceContextPropagator(),
#pragma warning disable CS0618 // Its successor, OpenTelemetry.Extensions.Propagators, is not restorable everywhere.
        "b3" => new B3Propagator(singleHeader: true),
        "b3multi" => new B3Propagator(singleHeader: false),
#pragma warning restore CS0618
        _ => null,
    };
}
