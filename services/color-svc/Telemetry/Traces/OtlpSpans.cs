using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>
/// The SDK's exporter, which tells a loss to its own event source only. Derived and not wrapped: an exporter inside
/// another one never learns the resource.
/// </summary>
internal sealed class OtlpSpans : OtlpTraceExporter
{
    private readonly LostSpans _lost;

    private OtlpSpans(OtlpExporterOptions options, LostSpans lost)
        : base(options) => _lost = lost;

    /// <exception cref="StartException">A certificate cannot be read.</exception>
    public static OtlpSpans Open(OtlpSettings settings, LostSpans lost)
    {
        try
        {
            return new OtlpSpans(Options(settings), lost);
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            throw new StartException(
                "color-svc cannot start:\n  OTEL_EXPORTER_OTLP_CERTIFICATE, OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE, "
                + $"OTEL_EXPORTER_OTLP_CLIENT_KEY or OTEL_EXPORTER_OTLP_HEADERS: {problem.Message}");
        }
    }

    public override ExportResult Export(in Batch<Activity> activityBatch)
    {
        var count = activityBatch.Count; // sending empties the batch
        var result = base.Export(activityBatch);
        if (result is ExportResult.Failure)
        {
            _lost.Add((int)count);
        }

        return result;
    }

    private static OtlpExporterOptions Options(OtlpSettings settings) => new()
    {
        Protocol = settings.Protocol is "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
        Endpoint = settings.Endpoint,
        Headers = settings.Headers,
        TimeoutMilliseconds = settings.Timeout,
        Compression = settings.Compresses ? OtlpExportCompression.GZip : OtlpExportCompression.None,
    };
}
