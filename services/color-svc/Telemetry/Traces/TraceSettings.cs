namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>Which requests have a span, and where it goes.</summary>
/// <remarks>Names and defaults are those of OpenTelemetry's "Environment Variable Specification".</remarks>
public sealed record TraceSettings
{
    /// <summary>Null means the console.</summary>
    public required OtlpSettings? Otlp { get; init; }

    /// <summary>Share, 0 to 1, of the requests that begin a trace.</summary>
    public required double RootRatio { get; init; }

    /// <summary>The caller's decision holds; otherwise <see cref="RootRatio"/> holds for all requests.</summary>
    public required bool ObeysCaller { get; init; }

    /// <summary>The forms in which a caller's trace is understood, the preferred one first.</summary>
    public required IReadOnlyList<string> Propagators { get; init; }

    /// <summary>For people.</summary>
    public string Target => Otlp is null ? "the console" : $"{Otlp.Address} ({Otlp.Protocol})";

    /// <returns>Null when nothing asks for traces.</returns>
    internal static TraceSettings? Read(EnvironmentReader environment)
    {
        var isDisabled = environment.Switch("OTEL_SDK_DISABLED");
        var exporter = environment.Choice("OTEL_TRACES_EXPORTER", null, "otlp", "console", "none");
        var otlp = OtlpSettings.Read(environment, out var isAddressed);
        var sampler = environment.Choice(
            "OTEL_TRACES_SAMPLER", "parentbased_always_on",
            "parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio",
            "always_on", "always_off", "traceidratio");
        var ratio = environment.Fraction("OTEL_TRACES_SAMPLER_ARG", 1);
        var propagators = environment.Choices(
            "OTEL_PROPAGATORS", "tracecontext,b3,b3multi", "tracecontext", "b3", "b3multi", "baggage", "none");
        environment.Mention("OTEL_SERVICE_NAME");
        environment.Pairs("OTEL_RESOURCE_ATTRIBUTES"); // the SDK reads it, but leaves out in silence what it cannot

        var isWanted = exporter is "otlp" or "console" || (exporter is null && isAddressed);
        return isDisabled || !isWanted ? null : new TraceSettings
        {
            Otlp = exporter is "console" ? null : otlp,
            RootRatio = sampler.Split('_')[^1] switch { "on" => 1, "off" => 0, _ => ratio },
            ObeysCaller = sampler.StartsWith("parentbased", StringComparison.Ordinal),
            Propagators = propagators,
        };
    }
}
