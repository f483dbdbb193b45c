namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>When there are traces at all.</summary>
public sealed class SwitchingTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_asks_for_them_so_no_request_has_a_span_and_no_line_tells_of_any()
    {
        await using var service = await ServiceProcess.StartAsync();
        await service.Client.GetAsync("/blue", Cancelled);

        Assert.Empty(await service.ExemplarsAsync());
        var (_, log) = await service.StopAsync();

        Assert.DoesNotContain(
            service.Banner.Concat(log),
            line => line.Contains("trace", StringComparison.OrdinalIgnoreCase)
                && !line.EndsWith(" ms, trace -", StringComparison.Ordinal)); // what a request's line ends with
    }

    [Theory]
    [InlineData("OTEL_TRACES_EXPORTER", "none")]
    [InlineData("OTEL_SDK_DISABLED", "true")]
    public async Task They_can_be_switched_off_where_an_endpoint_is_set(string name, string value)
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync((name, value));
        await service.Client.GetAsync("/blue", Cancelled);

        Assert.Empty(await collector.AllAsync(service));
    }

    [Fact]
    public async Task The_console_shows_spans_to_those_without_a_collector()
    {
        await using var service = await ServiceProcess.StartAsync(("OTEL_TRACES_EXPORTER", "console"));
        await service.Client.GetAsync("/random/red", Cancelled);

        var (_, log) = await service.StopAsync();

        Assert.Contains(log, line => line.EndsWith("GET /random/{family}", StringComparison.Ordinal));
        Assert.Contains(log, line => line.EndsWith("service.name: color-svc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_of_headers_that_is_not_among_the_propagators_is_not_read()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(("OTEL_PROPAGATORS", "tracecontext,baggage"));
        service.Client.DefaultRequestHeaders.Add("b3", "80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1");
        await service.Client.GetAsync("/blue", Cancelled);

        Assert.Equal("", Assert.Single(await collector.AllAsync(service)).ParentId);
    }

    [Theory]
    [InlineData("", "http://localhost:4317/ (grpc)")]
    [InlineData("http/protobuf", "http://localhost:4318/v1/traces (http/protobuf)")]
    public async Task An_exporter_without_an_endpoint_sends_to_this_machine(string protocol, string expected)
    {
        await using var service = await ServiceProcess.StartAsync(
            ("OTEL_TRACES_EXPORTER", "otlp"), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol));

        Assert.Contains(service.Banner, line => line.Contains($"Traces: to {expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grpc", "http://jaeger:4317", "http://jaeger:4317/")]
    [InlineData("http/protobuf", "https://jaeger", "https://jaeger/v1/traces")]
    [InlineData("http/protobuf", "http://jaeger:4318/otlp/", "http://jaeger:4318/otlp/v1/traces")]
    public void The_path_is_added_to_the_endpoint_of_all_signals(string protocol, string endpoint, string expected)
    {
        var settings = Settings.Read(name => name switch
        {
            Endpoint => endpoint,
            "OTEL_EXPORTER_OTLP_PROTOCOL" => protocol,
            _ => null,
        });

        Assert.Equal(expected, settings.Traces!.Otlp!.Endpoint.AbsoluteUri);
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_stops_the_start()
    {
        var (exitCode, output, error) = await ServiceProcess.FailAsync(
            (Endpoint, "https://localhost"), ("OTEL_EXPORTER_OTLP_CERTIFICATE", "/no/such/file"));

        Assert.NotEqual(0, exitCode);
        Assert.Empty(output);
        Assert.Matches(@"OTEL_EXPORTER_OTLP_CERTIFICATE[^\n]+ /no/such/file\n$", error);
    }

    [Fact]
    public void Headers_that_are_not_accepted_are_not_shown()
    {
        var problem = Assert.Throws<StartException>(
            () => Settings.Read(name => name is "OTEL_EXPORTER_OTLP_HEADERS" ? "secret" : null));

        Assert.Contains("OTEL_EXPORTER_OTLP_HEADERS: '***' is not accepted", problem.Message, StringComparison.Ordinal);
    }
}
