using System.Net;
using System.Net.Http.Json;
using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Wire;
using ColorDemo.Tests;

namespace ColorDemo.Grid.Tests;

/// <summary>One more request, by hand, through a real host.</summary>
public sealed class SendAgainTests : IAsyncLifetime
{
    /// <summary>So rarely that what is counted was sent by hand.</summary>
    private const string Query = "gateway=armadillo&path=/random&rate=0.2";

    private static readonly Sampling Sampling = new("armadillo", "/random", 0.2);

    private ColorServer _gateway = null!;
    private GridHostProcess _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ColorServer.StartAsync(context =>
            context.Request.Query.ContainsKey("slow") ? ColorServer.Hang(context) : ColorServer.Green(context));
        _host = await GridHostProcess.StartAsync(
            ("GRID_GATEWAYS", $"armadillo={_gateway.Address}"),
            ("GRID_BROWSER_GATEWAYS", $"armadillo={_gateway.Address}"));
    }

    [Fact]
    public async Task It_is_answered_at_once_and_is_a_sample_like_every_other()
    {
        using var viewer = await Viewer.JoinAsync(_host, Query);
        await viewer.NextWithAsync(frame => frame.Samples.Count > 0);

        using var answer = await _host.Http.PostAsync($"api/sample?{Query}", null, Stop);
        var made = await answer.Content.ReadFromJsonAsync(WireJson.Default.SampleDetails, Stop);

        Assert.Equal("Green", made!.Sample.Name);
        Assert.True(made.Sample.Number > 1);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        await viewer.NextWithAsync(
            frame => frame.Samples.Any(sample => sample.Number == made.Sample.Number && sample.Name == "Green"));
        Assert.True(
            viewer.History.Buckets.Sum(bucket => bucket.Tallies.Sum(tally => tally.Count)) >= made.Sample.Number);
        Assert.True(_gateway.Arrived >= made.Sample.Number);
    }

    [Fact]
    public async Task The_page_gets_the_sample_or_the_sentence_of_the_host()
    {
        var lookup = new SampleLookup(_host.Http);
        Assert.Equal(
            new(null, "Nobody watches this, so nothing is sent; start the panel first."),
            await lookup.SendAgainAsync(Sampling, Stop));

        using var viewer = await Viewer.JoinAsync(_host, Query);
        await viewer.NextWithAsync(frame => frame.Samples.Count > 0);

        Assert.True((await lookup.SendAgainAsync(Sampling, Stop)).Details!.Sample.Number > 1);
    }

    [Theory]
    [InlineData("gateway=armadillo&path=/metrics&rate=5", null, HttpStatusCode.BadRequest,
        "path: '/metrics' is not one of /random, /armadillo, /bison, /chaos.")]
    [InlineData($"{Query}&asker=browser", null, HttpStatusCode.BadRequest,
        "asker: a browser sends its requests itself.")]
    [InlineData(Query, "http://evil.example", HttpStatusCode.Forbidden,
        "Origin: 'http://evil.example' may not use this host; open its own page.")]
    [InlineData(Query, null, HttpStatusCode.Conflict,
        "Nobody watches this, so nothing is sent; start the panel first.")]
    public async Task What_may_not_be_sent_is_refused_in_a_sentence(
        string query, string? origin, HttpStatusCode status, string sentence)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/sample?{query}");
        request.Headers.Add("Origin", origin ?? _host.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await _host.Http.SendAsync(request, Stop);

        Assert.Equal((status, sentence), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
        Assert.Equal(0, _gateway.Arrived);
    }

    [Fact]
    public async Task No_more_are_under_way_than_the_panel_allows()
    {
        const string slow = $"{Query}&concurrency=1&query=slow=1&timeout=60000";
        using var viewer = await Viewer.JoinAsync(_host, slow);
        await Eventually.HoldsAsync(() => _gateway.Arrived == 1);

        using var refused = await _host.Http.PostAsync($"api/sample?{slow}", null, Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(
            "Too many requests are under way, or one was sent just now; send again in a moment.",
            await refused.Content.ReadAsStringAsync(Stop));
        Assert.Equal(1, _gateway.Arrived);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _gateway.DisposeAsync();
    }
}
