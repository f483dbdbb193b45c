using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Client = ColorDemo.ColorService.Grpc.V1.ColorService.ColorServiceClient;

namespace ColorDemo.ColorService.Tests;

/// <summary>Faults of the environment: their rate, their delay, who escapes them.</summary>
public sealed class FaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    public async Task The_share_of_errors_is_the_configured_rate(double rate)
    {
        const int Requests = 10_000;
        await using var service = await ServiceProcess.StartAsync(
            ("ERROR_RATE", $"{rate}"), ("ERROR_STATUS", "502"), ("DISABLE_LOGGING", "true"));

        var statuses = new HttpStatusCode[Requests];
        await Parallel.ForAsync(0, Requests, Cancelled, async (i, cancelled) =>
        {
            using var response = await service.Client.GetAsync("/random", cancelled);
            statuses[i] = response.StatusCode;
        });

        // Binomial: further away than 5 standard deviations is once in 1.7 million runs.
        var errors = statuses.Count(status => status == HttpStatusCode.BadGateway);
        var deviation = Math.Sqrt(Requests * rate * (1 - rate));
        Assert.InRange(errors, (Requests * rate) - (5 * deviation), (Requests * rate) + (5 * deviation));
        Assert.Equal(Requests - errors, statuses.Count(status => status == HttpStatusCode.OK));
        var metrics = await service.Client.GetStringAsync("/metrics", Cancelled);
        Assert.Contains($"color_svc_faults_total{{fault=\"abort\"}} {errors}\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jitter_spreads_the_delay_above_the_duration()
    {
        const int Duration = 50, Jitter = 200; // milliseconds
        await using var service = await ServiceProcess.StartAsync(
            ("ENABLE_DELAY", "true"),
            ("DELAY_DURATION_MILLISECOND", $"{Duration}"),
            ("DELAY_JITTER_MILLISECOND", $"{Jitter}"));

        var times = await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ =>
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await service.Client.GetAsync("/random", Cancelled);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }));

        Assert.All(times, time => Assert.InRange(time, Duration, double.MaxValue));
        Assert.True(times.Max() - times.Min() > Jitter / 2.0); // 60 draws within half of the range: once in 10^16 runs
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    [InlineData("/version")]
    public async Task Those_who_run_the_service_meet_no_fault(string path)
    {
        await using var service = await ServiceProcess.StartAsync(("ERROR_RATE", "1"));

        using var response = await service.Client.GetAsync(path, Cancelled);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task More_than_the_limit_in_one_second_are_told_when_to_come_back()
    {
        await using var service = await ServiceProcess.StartAsync(("MAX_RPS", "5"));

        using var refused = await RefusedAsync(service);

        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(
            "ERROR: more than MAX_RPS requests in this second\n", await refused.Content.ReadAsStringAsync(Cancelled));
        using var health = await service.Client.GetAsync("/healthz", Cancelled);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_call_beyond_the_limit_is_told_when_to_come_back()
    {
        await using var service = await ServiceProcess.StartAsync(("MAX_RPS", "5"));
        using var channel = service.Channel();
        var client = new Client(channel);

        var problem = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await client.GetRandomColorAsync(new(), cancellationToken: Cancelled);
            }
        });

        Assert.Equal(StatusCode.ResourceExhausted, problem.StatusCode);
        Assert.Equal("1", problem.Trailers.GetValue("retry-after"));
    }

    /// <summary>Asks until the limit is met: at the sixth request at the latest, unless a second ends.</summary>
    private static async Task<HttpResponseMessage> RefusedAsync(ServiceProcess service)
    {
        for (var i = 0; i < 1000; i++)
        {
            var response = await service.Client.GetAsync("/random", Cancelled);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.InRange(i, 5, 1000);
                return response;
            }

            response.Dispose();
        }

        throw new InvalidOperationException("1000 requests were answered");
    }
}
