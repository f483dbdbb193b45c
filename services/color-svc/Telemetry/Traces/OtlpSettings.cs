namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>
/// The collector and the way to it. A variable with <c>TRACES</c> in its name wins over the one for all signals.
/// </summary>
public sealed record OtlpSettings
{
    /// <summary><c>grpc</c> or <c>http/protobuf</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>With the path, if the protocol has one.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>As the variable has them; may hold a secret.</summary>
    public required string? Headers { get; init; }

    /// <summary>Of one attempt to send, in milliseconds.</summary>
    public required int Timeout { get; init; }

    public required bool Compresses { get; init; }

    /// <summary>Of the queue from which spans are sent.</summary>
    public required BatchSettings Batch { get; init; }

    /// <summary>The endpoint without a user and password.</summary>
    public string Address =>
        Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <param name="isAddressed">False when the endpoint is the default one.</param>
    internal static OtlpSettings Read(EnvironmentReader environment, out bool isAddressed)
    {
        var protocol = Choice("PROTOCOL", "grpc", "grpc", "http/protobuf");
        var isGrpc = protocol is "grpc";
        var common = environment.Url("OTEL_EXPORTER_OTLP_ENDPOINT");
        var own = environment.Url("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
        isAddressed = common is not null || own is not null;
        common ??= new Uri(isGrpc ? "http://localhost:4317" : "http://localhost:4318");
        var commonHeaders = environment.Pairs("OTEL_EXPORTER_OTLP_HEADERS", isSecret: true);
        var ownHeaders = environment.Pairs("OTEL_EXPORTER_OTLP_TRACES_HEADERS", isSecret: true);
        var timeout = Milliseconds("OTEL_EXPORTER_OTLP_TIMEOUT", 10_000);
        environment.Mention(
            "OTEL_EXPORTER_OTLP_CERTIFICATE", "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "OTEL_EXPORTER_OTLP_CLIENT_KEY");
        return new OtlpSettings
        {
            Protocol = protocol,
            Endpoint = own ?? (isGrpc ? common : new Uri($"{common.AbsoluteUri.TrimEnd('/')}/v1/traces")),
            Headers = ownHeaders ?? commonHeaders,
            Timeout = Milliseconds("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", timeout),
            Compresses = Choice("COMPRESSION", "none", "gzip", "none") is "gzip",
            Batch = BatchSettings.Read(environment),
        };

        string Choice(string name, string fallback, params string[] accepted)
        {
            var common = environment.Choice($"OTEL_EXPORTER_OTLP_{name}", fallback, accepted);
            return environment.Choice($"OTEL_EXPORTER_OTLP_TRACES_{name}", common, accepted);
        }

        int Milliseconds(string name, int fallback) => environment.Number(name, fallback, 1, 600_000);
    }
}
