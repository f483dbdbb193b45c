using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;
using ColorDemo.Tests;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Grid.Tests;

public sealed class SamplerTests
{
    private readonly EpochLog _epochs = new(TimeProvider.System, "Unknown in this test.");

    [Fact]
    public async Task Answers_that_never_come_hold_back_no_request()
    {
        await using var server = await ColorServer.StartAsync(ColorServer.Hang);
        await using var sampling = Running.Start(Sampler(server, rate: 100));

        await Eventually.HoldsAsync(() => server.Arrived >= 40);
    }

    [Fact]
    public async Task Requests_are_sent_at_the_rate_and_not_faster()
    {
        await using var server = await ColorServer.StartAsync(ColorServer.Green);
        await using var sampling = Running.Start(Sampler(server, rate: 50));

        await Eventually.HoldsAsync(() => server.Arrived > 50);

        // The first request opens the connection and may arrive late; hence less than the whole second.
        Assert.InRange(server.UntilArrival(50), TimeSpan.FromSeconds(0.7), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Outcomes_are_counted_by_destination_and_status()
    {
        var asked = 0;
        await using var server = await ColorServer.StartAsync(context => (Interlocked.Increment(ref asked) % 4) switch
        {
            0 => Fail(context),
            1 => context.Response.WriteAsync("no color"),
            _ => ColorServer.Green(context),
        });
        var sampler = Sampler(server, rate: 200);
        await using var sampling = Running.Start(sampler);

        await Eventually.HoldsAsync(() => Count(sampler, Outcome.Color) >= 20);

        Assert.InRange(Count(sampler, Outcome.Error), 5, 15);
        Assert.InRange(Count(sampler, Outcome.Garbage), 5, 15);
    }

    [Fact]
    public async Task A_change_of_weights_cuts_the_bucket_of_its_second()
    {
        await using var server = await ColorServer.StartAsync(ColorServer.Green);
        var sampler = Sampler(server, rate: 200);
        await using var sampling = Running.Start(sampler);
        await Eventually.HoldsAsync(() => Count(sampler, Outcome.Color) > 0);

        _epochs.Learn(new(Make.EightyTwenty, null, Circumstances.None, []));
        await Eventually.HoldsAsync(() => Buckets(sampler).Any(bucket => bucket.Epoch == _epochs.Current.Number));

        Assert.Equal(
            _epochs.All.Select(epoch => epoch.Number), Buckets(sampler).Select(bucket => bucket.Epoch).Distinct());
    }

    [Fact]
    public async Task Requests_that_would_be_too_many_at_once_are_counted_and_told_not_more_than_once_a_second()
    {
        await using var server = await ColorServer.StartAsync(ColorServer.Hang);
        var sampler = Sampler(server, rate: 2_000, concurrency: 3);
        await using var sampling = Running.Start(sampler);

        await Eventually.HoldsAsync(() => sampler.Incidents.Number >= 2);

        var told = sampler.Incidents.After(0);
        Assert.Equal(3, server.Arrived);
        Assert.All(told, one => Assert.Equal(IncidentKind.Skipped, one.Kind));
        Assert.Matches("^[0-9,]+ requests? (was|were) not sent: 3 were under way$", told[1].Text);
        Assert.True(told[1].At - told[0].At > TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task Latencies_are_those_of_the_answers_and_counted_by_bin()
    {
        await using var server = await ColorServer.StartAsync(async context =>
        {
            await Task.Delay(30, context.RequestAborted);
            await ColorServer.Green(context);
        });
        var sampler = Sampler(server, rate: 50);
        await using var sampling = Running.Start(sampler);

        await Eventually.HoldsAsync(() => sampler.Log.Number >= 5);

        var (samples, buckets) = sampler.Log.After(0);
        Assert.All(samples, sample => Assert.InRange(sample.Latency, 20, 2_000));
        Assert.Equal(
            buckets.Sum(bucket => bucket.Tallies.Sum(tally => tally.Count)),
            buckets.Sum(bucket => bucket.Latencies!.Sum(one => one.Count)));
        Assert.InRange(LatencyBin.Percentile(buckets.SelectMany(bucket => bucket.Latencies!), 0)!.Value, 19, 2_000);
    }

    [Fact]
    public async Task A_viewer_who_knows_a_number_gets_only_what_came_after_it()
    {
        await using var server = await ColorServer.StartAsync(ColorServer.Green);
        var sampler = Sampler(server, rate: 200);
        await using var sampling = Running.Start(sampler);
        await Eventually.HoldsAsync(() => sampler.Log.Number >= 10);

        var (samples, buckets) = sampler.Log.After(7);

        Assert.Equal(8, samples[0].Number);
        Assert.NotEmpty(buckets);
        Assert.Empty(sampler.Log.After(long.MaxValue).Buckets);
    }

    private Sampler Sampler(ColorServer server, double rate, int concurrency = 512) => new(
        new(server.Gateway, new("armadillo", "/random", rate) { Concurrency = concurrency }),
        _epochs, TimeProvider.System);

    private static Task Fail(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    }

    private static IReadOnlyList<Bucket> Buckets(Sampler sampler) => sampler.Log.After(0).Buckets;

    private static int Count(Sampler sampler, Outcome outcome) =>
        Buckets(sampler)
            .SelectMany(bucket => bucket.Tallies)
            .Where(tally => tally.Outcome == outcome)
            .Sum(tally => tally.Count);

    private sealed class Running(CancellationTokenSource stop, Sampler sampler, Task running) : IAsyncDisposable
    {
        public static Running Start(Sampler sampler)
        {
            var stop = new CancellationTokenSource();
            return new(stop, sampler, sampler.RunAsync(stop.Token));
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running;
            sampler.Dispose();
            stop.Dispose();
        }
    }
}
