using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>A collector that does not do its part costs the service nothing but a warning.</summary>
public sealed class CollectorFailureTests
{
    private const string Warning = "cannot be reached or refuses; spans lost: ";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task One_that_cannot_be_reached_costs_one_warning_however_many_spans_are_lost(string protocol)
    {
        using var closed = Bound();
        await using var service = await TracedAsync(closed, protocol);
        for (var i = 0; i < 50; i++)
        {
            await AskQuicklyAsync(service);
        }

        var (exitCode, log) = await service.StopAsync();

        Assert.Equal(0, exitCode);
        var warning = Assert.Single(log, line => line.Contains("warn", StringComparison.Ordinal));
        Assert.Contains($"http://{closed.LocalEndPoint}", warning, StringComparison.Ordinal);
        Assert.Contains(Warning + "1.", warning, StringComparison.Ordinal); // of 50, sent one by one
    }

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task One_that_never_answers_delays_neither_an_answer_nor_the_stop(string protocol)
    {
        using var silent = Bound();
        silent.Listen();
        await using var service = await TracedAsync(silent, protocol);
        for (var i = 0; i < 50; i++)
        {
            await AskQuicklyAsync(service);
        }

        var start = Stopwatch.GetTimestamp();
        var (exitCode, _) = await service.StopAsync();

        Assert.Equal(0, exitCode);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 4); // one attempt to send may take 10
    }

    [Fact]
    public async Task One_that_refuses_is_told_of_too()
    {
        await using var other = await ServiceProcess.StartAsync(); // answers POST with 404
        await using var service = await ServiceProcess.StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", $"{other.Client.BaseAddress}"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        await service.Client.GetAsync("/blue", Cancelled);

        var (_, log) = await service.StopAsync();

        Assert.Contains(log, line => line.Contains(Warning, StringComparison.Ordinal));
    }

    /// <summary>A port that is ours, and on which nobody listens yet.</summary>
    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static Task<ServiceProcess> TracedAsync(Socket collector, string protocol) =>
        ServiceProcess.StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://user:password@{collector.LocalEndPoint}"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
            ("OTEL_BSP_SCHEDULE_DELAY", "1"),
            ("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "1"));

    private static async Task AskQuicklyAsync(ServiceProcess service)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await service.Client.GetAsync("/blue", Cancelled);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 3);
    }
}
