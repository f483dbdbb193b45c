using System.Diagnostics;
using System.Net;
using ColorDemo.Tests;

namespace ColorDemo.ColorService.Tests;

/// <summary>From not yet ready to no longer ready.</summary>
public sealed class DrainTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_not_ready_before_it_is_warm()
    {
        await using var service = await ServiceProcess.StartAsync(("WARM_UP_SECONDS", "2"));

        using var response = await service.Client.GetAsync("/readyz", Cancelled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("ERROR: not ready: starting\n", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("ok\n", await service.Client.GetStringAsync("/healthz", Cancelled));
        await Eventually.HoldsAsync(() => IsReadyAsync(service.Client));
    }

    [Fact]
    public async Task A_pod_that_is_told_to_end_while_it_warms_up_ends()
    {
        await using var service = await ServiceProcess.StartAsync(("WARM_UP_SECONDS", "3600"));

        var (exitCode, _) = await service.StopAsync();

        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task After_SIGTERM_it_is_unready_at_once_and_answers_until_it_has_drained()
    {
        const int DrainSeconds = 2;
        await using var service = await ServiceProcess.StartAsync(("DRAIN_SECONDS", $"{DrainSeconds}"));
        Assert.True(await IsReadyAsync(service.Client));

        var told = Stopwatch.GetTimestamp();
        service.Terminate();
        await Eventually.HoldsAsync(async () => !await IsReadyAsync(service.Client));
        using var response = await service.Client.GetAsync("/random", Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.ConnectionClose); // the client must not come back on this one

        var (exitCode, log) = await service.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.InRange(Stopwatch.GetElapsedTime(told).TotalSeconds, DrainSeconds, double.MaxValue);
        Assert.Contains(log, line => line.Contains("Draining for 2 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_SIGTERM_ends_the_draining()
    {
        await using var service = await ServiceProcess.StartAsync(("DRAIN_SECONDS", "3600"));
        service.Terminate();
        await Eventually.HoldsAsync(async () => !await IsReadyAsync(service.Client));

        var (exitCode, _) = await service.StopAsync();

        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_client_that_respects_readiness_loses_no_request()
    {
        const int Clients = 16;
        await using var service = await ServiceProcess.StartAsync(("DRAIN_SECONDS", "2"), ("DISABLE_LOGGING", "true"));
        using var prober = new HttpClient { BaseAddress = service.Client.BaseAddress };
        var (isReady, answered) = (true, 0);
        var load = Enumerable.Range(0, Clients).Select(_ => Task.Run(
            async () =>
            {
                while (Volatile.Read(ref isReady))
                {
                    using var response = await service.Client.GetAsync("/random", Cancelled); // throws when it is lost
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                    Interlocked.Increment(ref answered);
                }
            },
            Cancelled));
        var all = Task.WhenAll(load);
        await Eventually.HoldsAsync(() => Volatile.Read(ref answered) > 1000);

        service.Terminate();
        await Eventually.HoldsAsync(async () => !await IsReadyAsync(prober));
        var afterwards = Volatile.Read(ref answered);
        await Eventually.HoldsAsync(() => Volatile.Read(ref answered) > afterwards + Clients); // the news takes a while
        Volatile.Write(ref isReady, false);

        await all;
        var (exitCode, _) = await service.EndAsync();
        Assert.Equal(0, exitCode);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/readyz", Cancelled);
        return response.IsSuccessStatusCode;
    }
}
