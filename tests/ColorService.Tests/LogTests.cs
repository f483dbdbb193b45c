using System.Text.Json;

namespace ColorDemo.ColorService.Tests;

public sealed class LogTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_banner_tells_identity_and_what_is_switched_on()
    {
        await using var service = await ServiceProcess.StartAsync(
            ("VERSION", "v2"), ("CLUSTER_NAME", "bison"), ("POD_NAME", "p-0"), ("POD_NAMESPACE", "color"),
            ("NODE_NAME", "n-1"), ("DISABLE_RED", "true"), ("ENABLE_CORS", "true"));

        string[] expected =
        [
            "Identity: version v2, cluster bison, pod p-0, namespace color, node n-1",
            "Build: ",
            "Settings: BIND_ADDRESS=127.0.0.1 PORT=0 GRPC_PORT=0 ADMIN_BIND=127.0.0.1 ADMIN_PORT=0 ",
            "Delay: Disabled",
            "Family red: Disabled",
            "Family green: Enabled",
            "Family blue: Enabled",
            "Family yellow: Enabled",
            "CORS: Enabled",
            "Logging of requests: Enabled",
            "Total Available Colors: 57",
            "Listening on http://127.0.0.1:",
        ];
        Assert.Equal(expected.Length, service.Banner.Count);
        Assert.All(
            expected.Zip(service.Banner),
            pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_is_one_line_without_its_query_and_headers()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/blue?token=secret-query");
        request.Headers.Add("Authorization", "Bearer secret-header");
        await service.Client.SendAsync(request, Cancelled);
        await service.Client.GetAsync("/no/such/path", Cancelled);

        var (_, log) = await service.StopAsync();

        Assert.Equal(2, log.Length);
        Assert.Matches(@"GET /blue answered 200 in \d+\.\d{3} ms, trace -$", log[0]);
        Assert.Matches(@"GET /no/such/path answered 404 in \d+\.\d{3} ms, trace -$", log[1]);
        Assert.DoesNotContain(log, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_cannot_break_the_line_or_color_the_terminal()
    {
        await using var service = await ServiceProcess.StartAsync();
        await service.Client.GetAsync("/a%0Ab%1B[31m", Cancelled);

        var (_, log) = await service.StopAsync();

        Assert.Contains("GET /a%0Ab%1B", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logging_that_is_off_is_off()
    {
        await using var service = await ServiceProcess.StartAsync(("DISABLE_LOGGING", "true"));
        await service.Client.GetAsync("/blue", Cancelled);
        await service.Client.GetAsync("/no/such/path", Cancelled);

        var (_, log) = await service.StopAsync();

        Assert.Empty(log);
    }

    [Theory]
    [InlineData(
        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00", "0af7651916cd43dd8448eb211c80319c")]
    [InlineData("b3", "80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-0", "80f198ee56343ba864fe8b2a57d3eff7")]
    [InlineData("x-b3-traceid", "e457b5a2e4d86bd1", "0000000000000000e457b5a2e4d86bd1")]
    [InlineData("traceparent", "00-not-a-trace\u001b[31m-01", "-")]
    [InlineData("b3", "0", "-")]
    public async Task A_line_bears_the_trace_that_the_request_belongs_to(string header, string value, string trace)
    {
        await using var service = await ServiceProcess.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/blue");
        request.Headers.TryAddWithoutValidation(header, value);
        await service.Client.SendAsync(request, Cancelled);

        var (_, log) = await service.StopAsync();

        Assert.EndsWith($" ms, trace {trace}", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_watches_a_terminal_each_line_is_a_JSON_object()
    {
        await using var service = await ServiceProcess.StartAsync(("Logging__Console__FormatterName", ""));
        await service.Client.GetAsync("/blue", Cancelled);

        var (_, log) = await service.StopAsync();

        using var request = JsonDocument.Parse(Assert.Single(log));
        var state = request.RootElement.GetProperty("State");
        Assert.Equal("GET", state.GetProperty("Method").GetString());
        Assert.Equal("/blue", state.GetProperty("Path").GetString());
        Assert.Equal(200, state.GetProperty("Status").GetInt32());
        Assert.Equal("Information", request.RootElement.GetProperty("LogLevel").GetString());
        Assert.All(service.Banner, line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task The_start_tells_every_setting_with_the_value_that_holds()
    {
        await using var service = await ServiceProcess.StartAsync(
            ("ERROR_RATE", "0.5"), ("OTEL_TRACES_EXPORTER", "console"), ("OTEL_EXPORTER_OTLP_HEADERS", "key=secret"));

        var line = Assert.Single(service.Banner, line => line.Contains("Settings: ", StringComparison.Ordinal));

        Assert.Contains(" ERROR_RATE=0.5 ERROR_STATUS=503 ", line, StringComparison.Ordinal);
        Assert.Contains(" OTEL_EXPORTER_OTLP_HEADERS=*** ", line, StringComparison.Ordinal);
        Assert.All(SettingsTests.Variables, name => Assert.Contains($"{name}=", line, StringComparison.Ordinal));
    }
}
