using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ColorDemo.ColorService.Grpc.V1;
using ColorDemo.Tests;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Client = ColorDemo.ColorService.Grpc.V1.ColorService.ColorServiceClient;

namespace ColorDemo.ColorService.Tests;

/// <summary>Streams of colors: their pace, their end, and clients that do not read.</summary>
public sealed partial class StreamTests
{
    private static readonly Duration AtOnce = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_has_the_count_and_the_family_that_was_asked_for()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var channel = service.Channel();
        using var call = new Client(channel).StreamRandomColors(
            new() { Family = "yellow", Count = 500, Interval = AtOnce }, cancellationToken: Cancelled);

        var colors = await call.ResponseStream.ReadAllAsync(Cancelled).ToListAsync(Cancelled);

        Assert.Equal(500, colors.Count);
        Assert.All(colors, color => Assert.Equal("yellow", color.Family));
        Assert.Equal(500, await DrawnAsync(service));
    }

    [Fact]
    public async Task The_interval_is_kept_between_two_colors_and_not_before_the_first()
    {
        const int Interval = 200; // milliseconds
        await using var service = await ServiceProcess.StartAsync();
        using var channel = service.Channel();
        var request = new StreamRandomColorsRequest
        {
            Count = 3,
            Interval = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(Interval)),
        };
        using var call = new Client(channel).StreamRandomColors(request, cancellationToken: Cancelled);

        Assert.True(await call.ResponseStream.MoveNext(Cancelled));
        var first = Stopwatch.GetTimestamp();
        Assert.Equal(2, await call.ResponseStream.ReadAllAsync(Cancelled).CountAsync(Cancelled));

        // The timers of both sides may round a little.
        Assert.InRange(Stopwatch.GetElapsedTime(first).TotalMilliseconds, 1.9 * Interval, double.MaxValue);
    }

    [Fact]
    public async Task A_client_that_does_not_read_stops_the_drawing()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var channel = service.Channel();
        using var call = new Client(channel).StreamRandomColors(
            new() { Interval = AtOnce }, cancellationToken: Cancelled);
        Assert.True(await call.ResponseStream.MoveNext(Cancelled));

        var (before, drawn) = (-1L, 0L);
        await Eventually.HoldsAsync(async () =>
        {
            (before, drawn) = (drawn, await DrawnAsync(service));
            return drawn > 1 && before == drawn;
        });

        Assert.InRange(drawn, 2, 100_000);
        for (var i = 0; i < drawn; i++)
        {
            Assert.True(await call.ResponseStream.MoveNext(Cancelled)); // and it goes on as soon as one reads
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3600)]
    public async Task A_stream_ends_when_its_client_cancels(int seconds)
    {
        await using var service = await ServiceProcess.StartAsync();
        using var channel = service.Channel();
        using var call = new Client(channel).StreamRandomColors(
            new() { Interval = new Duration { Seconds = seconds } }, cancellationToken: Cancelled);
        Assert.True(await call.ResponseStream.MoveNext(Cancelled));

        call.Dispose();

        await Eventually.HoldsAsync(() => HasEndedAsync(service, "Cancelled"));
    }

    [Fact]
    public async Task A_stream_ends_at_the_deadline_of_its_client()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var channel = service.Channel();
        using var call = new Client(channel).StreamRandomColors(
            new() { Interval = new Duration { Seconds = 3600 } },
            deadline: DateTime.UtcNow.AddSeconds(1),
            cancellationToken: Cancelled);
        Assert.True(await call.ResponseStream.MoveNext(Cancelled));

        var problem = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancelled));

        Assert.Equal(StatusCode.DeadlineExceeded, problem.StatusCode);
        await Eventually.HoldsAsync(async () =>
            await HasEndedAsync(service, "DeadlineExceeded") || await HasEndedAsync(service, "Cancelled"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(int.MaxValue)]
    public async Task A_stream_ends_as_unavailable_when_the_pod_stops(int? count)
    {
        await using var service = await ServiceProcess.StartAsync();
        using var channel = service.Channel();
        var request = new StreamRandomColorsRequest { Interval = new Duration { Seconds = 3600 } };
        if (count is { } limited)
        {
            request.Count = limited;
        }

        using var call = new Client(channel).StreamRandomColors(request, cancellationToken: Cancelled);
        Assert.True(await call.ResponseStream.MoveNext(Cancelled));

        var (exitCode, _) = await service.StopAsync();

        var problem = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancelled));
        Assert.Equal(StatusCode.Unavailable, problem.StatusCode);
        Assert.Equal("ERROR: the pod stops; ask again", problem.Status.Detail);
        Assert.Equal(0, exitCode);
    }

    private static async Task<long> DrawnAsync(ServiceProcess service) =>
        Drawn.Matches(await service.Client.GetStringAsync("/metrics", Cancelled))
            .Sum(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private static async Task<bool> HasEndedAsync(ServiceProcess service, string code) =>
        (await service.Client.GetStringAsync("/metrics", Cancelled))
            .Contains($"grpc_method=\"StreamRandomColors\",grpc_code=\"{code}\"}} 1\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^color_svc_colors_total\{.*\} (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Drawn { get; }
}
