using ColorDemo.Tests;

namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>What a collector receives.</summary>
public sealed class ExportTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task A_span_arrives_over_either_protocol_before_the_service_stops(string protocol)
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await ServiceProcess.StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", protocol is "grpc" ? collector.GrpcAddress : collector.HttpAddress),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=colors"),
            ("OTEL_BSP_SCHEDULE_DELAY", "10"));

        await service.Client.GetAsync("/blue", Cancelled);

        await Eventually.HoldsAsync(() => collector.Spans.Count == 1);
        Assert.Equal("colors", Assert.Single(collector.Headers)["x-tenant"]);
    }

    [Fact]
    public async Task The_last_spans_are_sent_at_the_stop()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(("OTEL_BSP_SCHEDULE_DELAY", "600000"));

        await service.Client.GetAsync("/blue", Cancelled);

        Assert.Single(await collector.AllAsync(service));
    }

    [Fact]
    public async Task Variables_for_traces_alone_win_over_those_for_all_signals()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
            ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{collector.HttpAddress}/v1/traces"), // used as it is
            ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf"));

        await service.Client.GetAsync("/blue", Cancelled);

        Assert.Single(await collector.AllAsync(service));
    }

    [Fact]
    public async Task A_span_tells_the_request_by_the_conventions_without_its_query_and_headers()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/get/b%6Cue%1B?token=secret-query");
        request.Headers.Add("Authorization", "Bearer secret-header");
        request.Headers.Add("User-Agent", "grid/1");

        await service.Client.SendAsync(request, Cancelled);

        var span = Assert.Single(await collector.AllAsync(service));
        Assert.Equal("GET /get/{name}", span.Name);
        Assert.Equal(SpanKind.Server, span.Kind);
        Assert.False(span.IsError);
        var expected = new Dictionary<string, string>
        {
            ["http.request.method"] = "GET",
            ["http.route"] = "/get/{name}",
            ["http.response.status_code"] = "200",
            ["url.scheme"] = "http",
            ["url.path"] = "/get/blue%1B",
            ["server.address"] = "127.0.0.1",
            ["server.port"] = $"{service.Client.BaseAddress!.Port}",
            ["client.address"] = "127.0.0.1",
            ["network.protocol.version"] = "1.1",
            ["user_agent.original"] = "grid/1",
            ["color.name"] = "unknown",
        };
        Assert.Equal(expected.OrderBy(pair => pair.Key), span.Attributes.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task An_answer_of_500_is_an_error_and_one_of_404_is_not()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(("DISABLE_RED", "true"));

        await service.Client.GetAsync("/random/red", Cancelled);
        await service.Client.GetAsync("/no/such/path", Cancelled);

        var spans = (await collector.AllAsync(service)).ToArray();
        Assert.Equal(["GET /random/{family}", "GET"], spans.Select(span => span.Name));
        Assert.Equal([true, false], spans.Select(span => span.IsError));
        Assert.Equal("500", spans[0].Attributes["error.type"]);
    }

    [Fact]
    public async Task Only_what_is_asked_for_a_color_has_a_span()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync();

        await service.Admin.GetAsync("/faults", Cancelled);
        string[] paths = ["/healthz", "/readyz", "/metrics", "/version", "/openapi/v1.json", "/favicon.ico", "/blue"];
        foreach (var path in paths)
        {
            await service.Client.GetAsync(path, Cancelled);
        }

        Assert.Equal("/blue", Assert.Single(await collector.AllAsync(service)).Attributes["url.path"]);
    }

    [Fact]
    public async Task A_slow_request_has_the_trace_id_of_its_span_as_exemplar()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync();
        await service.Client.GetAsync("/blue", Cancelled);

        var metrics = await service.ExemplarsAsync();

        var span = Assert.Single(await collector.AllAsync(service));
        Assert.Contains(metrics, line =>
            line.StartsWith("http_request_duration_seconds_bucket{code=\"200\"", StringComparison.Ordinal)
            && line.Contains($"# {{trace_id=\"{span.TraceId}\",span_id=\"{span.SpanId}\"}}", StringComparison.Ordinal));
    }
}
