using System.Collections.Concurrent;
using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;
using ColorDemo.Tests;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Grid.Tests;

/// <summary>The page's own requests, to a real server, beside a real host that sends none.</summary>
public sealed class BrowserAnswersTests : IAsyncLifetime
{
    private static readonly Sampling Sampling = new("armadillo", "/random", 50)
    {
        Asker = Asker.Browser,
        Headers = [new("x-user", "canary")],
        Query = "a=b",
    };

    private readonly ConcurrentQueue<string> _asked = new();
    private RequestDelegate _answer = ColorServer.Green;
    private ColorServer _seenByBrowsers = null!;
    private ColorServer _seenByTheHost = null!;
    private GridHostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _seenByTheHost = await ColorServer.StartAsync(ColorServer.Green);
        _seenByBrowsers = await ColorServer.StartAsync(context =>
        {
            _asked.Enqueue($"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers["x-user"]}");
            return _answer(context);
        });
        _host = await GridHostProcess.StartAsync(
            ("GRID_GATEWAYS", $"armadillo={_seenByTheHost.Address}"),
            ("GRID_BROWSER_GATEWAYS", $"armadillo={_seenByBrowsers.Address}"));
    }

    [Fact]
    public async Task The_page_asks_counts_and_numbers_and_the_host_asks_nobody()
    {
        var answers = Answers();
        await using var page = Watching.Start(answers);

        await Eventually.HoldsAsync(() => page.Samples.Count >= 40);

        var (samples, history) = await page.StopAsync();
        Assert.Equal(Enumerable.Range(1, samples.Count).Select(number => (long)number),
            samples.Select(sample => sample.Number));
        Assert.All(samples, sample => Assert.Equal(new("armadillo", "v1", "p"), sample.Destination));
        Assert.Equal(samples.Count, history.Buckets.Sum(bucket => bucket.Tallies.Sum(tally => tally.Count)));
        Assert.All(history.Buckets, bucket => Assert.Equal(history.Current!.Number, bucket.Epoch));
        Assert.Equal("/random?fmt=json&a=b canary", _asked.First());
        Assert.Equal(0, _seenByTheHost.Arrived);
    }

    [Fact]
    public async Task It_is_asked_at_the_rate_and_not_faster()
    {
        await using var page = Watching.Start(Answers());

        await Eventually.HoldsAsync(() => _seenByBrowsers.Arrived > 50);

        Assert.InRange(_seenByBrowsers.UntilArrival(50), TimeSpan.FromSeconds(0.7), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_is_known_of_a_sample_is_in_the_page_itself_and_one_more_is_sent_from_there()
    {
        var answers = Answers();
        Assert.Equal("Nothing is sent at the moment; start the panel first.", (await answers.SendAgainAsync()).Problem);
        await using var page = Watching.Start(answers);
        await Eventually.HoldsAsync(() => page.Samples.Count >= 3);

        var details = (await answers.FindAsync(page.Samples.ElementAt(1))).Details!;
        var made = (await answers.SendAgainAsync()).Details!;

        Assert.Equal(2, details.Sample.Number);
        Assert.Equal($"{_seenByBrowsers.Address}random?fmt=json&a=b", details.Url);
        Assert.Equal([new("x-user", "canary")], details.Sent);
        Assert.Contains(new("Content-Type", "application/json"), details.Received);
        await Eventually.HoldsAsync(() => page.Samples.Any(sample => sample == made.Sample));
        Assert.StartsWith("This page remembers only the newest samples",
            (await answers.FindAsync(details.Sample with { Name = "Red" })).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_has_its_outcome()
    {
        var count = 0;
        _answer = context => (Interlocked.Increment(ref count) % 4) switch
        {
            0 => ColorServer.Hang(context),
            1 => Fail(context),
            2 => Cut(context),
            _ => context.Response.WriteAsync("no color"),
        };
        await using var page = Watching.Start(Answers(sampling => sampling with { Timeout = 300 }));

        await Eventually.HoldsAsync(() => page.Samples.Select(sample => sample.Outcome).Distinct().Count() == 4);

        // A cut connection is what a browser makes of an answer that it hides.
        Assert.Equal(
            [Outcome.Error, Outcome.Timeout, Outcome.Refused, Outcome.Garbage],
            page.Samples.Select(sample => sample.Outcome).Distinct().Order());
        Assert.All(page.Samples.Where(sample => sample.Outcome == Outcome.Error),
            sample => Assert.Equal(503, sample.Status));
    }

    [Fact]
    public async Task No_more_than_a_browser_can_carry_are_under_way()
    {
        _answer = ColorServer.Hang;
        await using var page = Watching.Start(Answers(sampling => sampling with { Rate = 100, Timeout = 60_000 }));

        await Eventually.HoldsAsync(() => !page.Incidents.IsEmpty);

        Assert.EndsWith(
            "not sent: 32 were under way", page.Incidents.First().Text, StringComparison.Ordinal);
        Assert.Equal(32, _seenByBrowsers.Arrived);
    }

    [Fact]
    public async Task After_a_pause_numbers_go_on()
    {
        var answers = Answers();
        var (first, _) = await WatchSomeAsync(answers);
        var asked = _seenByBrowsers.Arrived;
        var (second, _) = await WatchSomeAsync(answers);

        Assert.True(second[0].Number > first[^1].Number);
        Assert.True(_seenByBrowsers.Arrived > asked);
    }

    [Fact]
    public async Task Without_its_host_the_page_asks_nobody()
    {
        await using var page = Watching.Start(Answers());
        await Eventually.HoldsAsync(() => page.Samples.Count >= 3);

        await _host.StopAsync();
        await Eventually.HoldsAsync(() => page.Trouble is not null);

        var asked = _seenByBrowsers.Arrived;
        await Eventually.HoldsAsync(() => page.Reports > 3);
        Assert.InRange(_seenByBrowsers.Arrived, asked, asked + 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _seenByBrowsers.DisposeAsync();
        await _seenByTheHost.DisposeAsync();
    }

    private BrowserAnswers Answers(Func<Sampling, Sampling>? but = null) => new(
        new(_host.Http, TimeProvider.System), but?.Invoke(Sampling) ?? Sampling, _seenByBrowsers.Address,
        TimeProvider.System);

    private static async Task<(IReadOnlyList<Sample> Samples, History History)> WatchSomeAsync(BrowserAnswers answers)
    {
        await using var page = Watching.Start(answers);
        await Eventually.HoldsAsync(() => page.Samples.Count >= 3);
        return await page.StopAsync();
    }

    private static Task Fail(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    }

    private static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
