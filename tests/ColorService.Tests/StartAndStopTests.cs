using System.Net;
using System.Net.Sockets;

namespace ColorDemo.ColorService.Tests;

public sealed class StartAndStopTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bad_values_stop_the_start_with_one_message_that_names_them_all()
    {
        var (exitCode, output, error) = await ServiceProcess.FailAsync(
            ("PORT", "http"), ("DISABLE_RED", "maybe"), ("ENABLE_DELAY", "true"));

        Assert.NotEqual(0, exitCode);
        Assert.Empty(output);
        Assert.Equal(
            """
            color-svc cannot start:
              PORT: 'http' is not accepted, only a whole number from 0 to 65535
              DISABLE_RED: 'maybe' is not accepted, only 1, t, true, 0, f or false, in any letter case

            """,
            error,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_busy_port_stops_the_start_with_one_line_that_names_the_option()
    {
        await using var first = await ServiceProcess.StartAsync();
        var port = first.Client.BaseAddress!.Port;

        var (exitCode, output, error) = await ServiceProcess.FailAsync(("PORT", $"{port}"));

        Assert.NotEqual(0, exitCode);
        Assert.Empty(output);
        Assert.Matches($@"^color-svc cannot listen on port {port} of 127\.0\.0\.1: [^\n]+ PORT [^\n]+\n$", error);
    }

    [Theory]
    [InlineData("ADMIN_BIND", "192.0.2.1")] // reserved for documentation: no machine has it
    [InlineData("BIND_ADDRESS", "192.0.2.1")]
    public async Task An_address_that_is_not_ours_stops_the_start_with_one_line(string name, string address)
    {
        var (exitCode, output, error) = await ServiceProcess.FailAsync((name, address));

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Matches(@$"^color-svc cannot listen: [^\n]+{name}={address.Replace(".", @"\.")}[^\n]*\n$", error);
    }

    [Theory]
    [InlineData("Logging__LogLevel__Default")]
    [InlineData("Logging__Console__QueueFullMode")]
    public async Task Logging_that_cannot_be_had_stops_the_start_with_words(string name)
    {
        var (exitCode, output, error) = await ServiceProcess.FailAsync((name, "banana"));

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("color-svc cannot start:\n  a variable Logging__", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_never_comes_to_its_end_does_not_keep_the_pod_for_long()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port, Cancelled);
        await client.GetStream().WriteAsync("GET /random HT"u8.ToArray(), Cancelled);

        var (exitCode, _) = await service.StopAsync().WaitAsync(TimeSpan.FromSeconds(40), Cancelled);

        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Without_an_address_to_bind_it_listens_on_all_interfaces()
    {
        await using var service = await ServiceProcess.StartAsync(("BIND_ADDRESS", ""));

        Assert.Matches(
            @"on http://\[::\]:\d+, gRPC on http://\[::\]:\d+, faults on http://127\.0\.0\.1:\d+",
            service.Banner[^1]);
        Assert.Equal("ok\n", await service.Client.GetStringAsync("/healthz", Cancelled));
    }

    [Fact]
    public async Task A_port_that_an_image_sets_for_every_web_application_is_ignored_in_silence()
    {
        await using var service = await ServiceProcess.StartAsync(("ASPNETCORE_HTTP_PORTS", "1"));

        Assert.Equal("ok\n", await service.Client.GetStringAsync("/healthz", Cancelled));
        Assert.DoesNotContain(service.Banner, line => line.Contains("warn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_in_flight_finishes_before_the_stop()
    {
        await using var service = await ServiceProcess.StartAsync(
            ("ENABLE_DELAY", "true"), ("DELAY_DURATION_MILLISECOND", "3000"));
        var pending = service.Client.GetAsync("/blue", Cancelled);
        await InProgressAsync(service, 2); // that one and the question itself
        Assert.False(pending.IsCompleted);

        var (exitCode, _) = await service.StopAsync();

        using var response = await pending;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_client_that_leaves_is_not_waited_for()
    {
        await using var service = await ServiceProcess.StartAsync(
            ("ENABLE_DELAY", "true"), ("DELAY_DURATION_MILLISECOND", "60000"));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var pending = service.Client.GetAsync("/blue", leaving.Token);
        await InProgressAsync(service, 2);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        await InProgressAsync(service, 1);
        var (_, log) = await service.StopAsync();
        Assert.Contains(log, line => line.Contains("GET /blue answered 499", StringComparison.Ordinal));
    }

    /// <summary>Asks until that many requests are in progress.</summary>
    private static async Task InProgressAsync(ServiceProcess service, int count)
    {
        string metrics;
        do
        {
            metrics = await service.Client.GetStringAsync("/metrics", Cancelled);
        }
        while (!metrics.Contains($"http_requests_in_progress {count}\n", StringComparison.Ordinal));
    }
}
