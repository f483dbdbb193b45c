using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>Makes spans of requests and sends them, if settings ask for it. Disposing sends the last ones.</summary>
internal sealed class Tracing : IDisposable
{
    private const string Name = "color-svc";
    private const int LastSend = 1500; // milliseconds, also towards a collector that never answers

    private readonly ActivitySource _source = new(Name, Build.Version);
    private readonly TracerProvider? _provider;
    private readonly RequestTraces? _requests;

    /// <exception cref="StartException">The way to the collector cannot be made ready.</exception>
    public Tracing(Settings settings, ILogger logger)
    {
        if (settings.Traces is { } traces)
        {
            _requests = new RequestTraces(_source, new CallerTrace(traces.Propagators), new TraceSampler(traces));
            _provider = Sdk.CreateTracerProviderBuilder()
                .AddSource(Name)
                .SetSampler(new AlwaysOnSampler()) // our own has decided before there is an Activity
                .SetResourceBuilder(Resource(settings.Identity))
                .AddProcessor(Processor(traces.Otlp, logger))
                .Build();
        }
    }

    public RequestDelegate Trace(RequestDelegate next) => _requests is null ? next : _requests.Trace(next);

    public void Dispose()
    {
        _provider?.Shutdown(LastSend);
        _provider?.Dispose();
        _source.Dispose();
    }

    private static BaseProcessor<Activity> Processor(OtlpSettings? otlp, ILogger logger) =>
        otlp is null
            ? new SimpleActivityExportProcessor(new ConsoleActivityExporter(new ConsoleExporterOptions()))
            : new BatchActivityExportProcessor(
                OtlpSpans.Open(otlp, new LostSpans(logger, otlp.Address)),
                otlp.Batch.QueueSize,
                otlp.Batch.Delay,
                otlp.Batch.Timeout,
                otlp.Batch.BatchSize);

    /// <summary>OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME come last, and so win.</summary>
    /// <remarks>Source of the names: OpenTelemetry's semantic conventions for resources.</remarks>
    private static ResourceBuilder Resource(Identity identity)
    {
        (string Name, string? Value)[] attributes =
        [
            ("service.name", Name),
            ("service.version", identity.Version),
            ("service.instance.id", identity.Pod),
            ("k8s.pod.name", identity.Pod),
            ("k8s.cluster.name", identity.Cluster),
            ("k8s.namespace.name", identity.Namespace),
            ("k8s.node.name", identity.Node),
        ];
        return ResourceBuilder.CreateEmpty()
            .AddAttributes(attributes
                .Where(attribute => attribute.Value is not null)
                .Select(attribute => KeyValuePair.Create(attribute.Name, (object)attribute.Value!)))
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
    }
}
