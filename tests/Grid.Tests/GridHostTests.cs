using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class GridHostTests : IAsyncLifetime
{
    private ColorServer _gateway = null!;
    private GridHostProcess _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ColorServer.StartAsync(ColorServer.Green);
        _host = await GridHostProcess.StartAsync(("GRID_GATEWAYS", $"armadillo={_gateway.Address}"));
    }

    [Fact]
    public async Task The_browser_learns_names_and_never_an_address()
    {
        var text = await _host.Http.GetStringAsync("api/gateways", Stop);

        Assert.Equal("""{"gateways":["armadillo"],"paths":["/random","/armadillo","/bison","/chaos"]}""", text);
    }

    [Theory]
    [InlineData("path=/random&rate=5", "gateway: nothing is not one of armadillo.")]
    [InlineData("gateway=bison&path=/random&rate=5", "gateway: 'bison' is not one of armadillo.")]
    [InlineData("gateway=http://localhost&path=/random&rate=5", "gateway: 'http://localhost' is not one of armadillo.")]
    [InlineData("gateway=armadillo&path=/metrics&rate=5",
        "path: '/metrics' is not one of /random, /armadillo, /bison, /chaos.")]
    [InlineData("gateway=armadillo&path=/random/../metrics&rate=5",
        "path: '/random/../metrics' is not one of /random, /armadillo, /bison, /chaos.")]
    [InlineData("gateway=armadillo&path=/random&rate=0.1",
        "rate: '0.1' is not a number of requests per second from 0.2 to 10000.")]
    [InlineData("gateway=armadillo&path=/random&rate=10001",
        "rate: '10001' is not a number of requests per second from 0.2 to 10000.")]
    [InlineData("gateway=armadillo&path=/random&rate=NaN",
        "rate: 'NaN' is not a number of requests per second from 0.2 to 10000.")]
    [InlineData("gateway=armadillo&path=/random",
        "rate: nothing is not a number of requests per second from 0.2 to 10000.")]
    [InlineData("gateway=armadillo&path=/random&rate=5&protocol=udp", "protocol: 'udp' is neither http nor grpc.")]
    [InlineData("gateway=armadillo&path=/random&rate=5&header=Host:%20evil",
        "header: 'Host' may not be set: it belongs to the connection or to a body.")]
    public async Task What_is_not_on_the_lists_is_refused_in_a_sentence(string query, string sentence)
    {
        using var answer = await _host.Http.GetAsync($"stream?{query}", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(sentence, await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(0, _gateway.Arrived);
    }

    [Theory]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData(null, true)]
    public async Task Only_the_hosts_own_page_may_watch(string? origin, bool allowed)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin ?? _host.Address.GetLeftPart(UriPartial.Authority));

        var connecting = socket.ConnectAsync(
            Viewer.Address(_host.Address, "gateway=armadillo&path=/random&rate=5"), Stop);

        if (allowed)
        {
            await connecting;
        }
        else
        {
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => connecting);
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_viewers_share_one_stream_of_requests()
    {
        using var one = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");
        using var other = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");

        var seen = await Task.WhenAll(
            one.NextWithAsync(frame => frame.Samples.Any(sample => sample.Number >= 30)),
            other.NextWithAsync(frame => frame.Samples.Any(sample => sample.Number >= 30)));

        Assert.All(seen, frame => Assert.InRange(_gateway.Arrived, frame.Samples[^1].Number, 50));
    }

    [Fact]
    public async Task A_late_viewer_gets_the_history_in_the_first_frame()
    {
        using var early = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=50");
        await early.NextWithAsync(frame => frame.Samples.Any(sample => sample.Number >= 60));

        using var late = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=50");
        var first = await late.NextAsync();

        Assert.True(first.Samples.Count >= 60);
        Assert.True(first.Samples.Count <= first.Buckets.Sum(bucket => bucket.Tallies.Sum(tally => tally.Count)));
        Assert.Equal(
            "The declared weights are unknown: no kubeconfig has a context named armadillo.", first.Epochs[^1].Unknown);
    }

    [Fact]
    public async Task A_page_that_does_not_look_gets_no_more_frames_and_then_the_newest()
    {
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=200");
        for (var frame = 0; frame < FrameFormat.MaxUnseen; frame++)
        {
            await viewer.NextUnseenAsync();
        }

        var held = viewer.NextUnseenAsync();
        using var other = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=200");
        var known = (await other.NextAsync()).Samples[^1].Number;
        await other.NextWithAsync(frame => frame.Samples.Any(sample => sample.Number > known + 100));
        Assert.False(held.IsCompleted);

        await viewer.SayAsync();
        Assert.True((await held).Samples[^1].Number > known + 100);
    }

    [Fact]
    public async Task All_is_told_of_a_sample_that_is_remembered()
    {
        const string query = "gateway=armadillo&path=/random&rate=20&header=x-user:%20canary&query=a=b";
        using var viewer = await Viewer.JoinAsync(_host, query);
        var sample = (await viewer.NextWithAsync(frame => frame.Samples.Count > 0)).Samples[0];

        var details = await _host.Http.GetFromJsonAsync(
            $"api/sample?{query}&number={sample.Number}", WireJson.Default.SampleDetails, Stop);

        Assert.Equal((sample.Number, sample.Name), (details!.Sample.Number, details.Sample.Name));
        Assert.Equal($"{_gateway.Address}random?fmt=json&a=b", details.Url);
        Assert.Equal([new("x-user", "canary")], details.Sent);
        Assert.Contains(new("Content-Type", "application/json"), details.Received);
        Assert.Null(details.TraceId);
    }

    [Theory]
    [InlineData("&number=1", HttpStatusCode.NotFound,
        "Sample 1 is not remembered: only the newest ones are, while somebody watches.")]
    [InlineData("&number=x", HttpStatusCode.BadRequest, "number: 'x' is not the number of a sample, 1 or more.")]
    [InlineData("&timeout=5&number=1", HttpStatusCode.BadRequest,
        "timeout: '5' is not a whole number of milliseconds from 10 to 60,000.")]
    public async Task Of_what_is_not_remembered_a_sentence_tells_it(string rest, HttpStatusCode status, string text)
    {
        using var answer = await _host.Http.GetAsync($"api/sample?gateway=armadillo&path=/random&rate=5{rest}", Stop);

        Assert.Equal((status, text), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task The_page_is_served_and_may_use_nothing_of_another_host()
    {
        using var page = await _host.Http.GetAsync("/", Stop);

        var html = await page.Content.ReadAsStringAsync(Stop);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("<title>ColorDemo</title>", html, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("ok\n", await _host.Http.GetStringAsync("healthz", Stop));
        Assert.Equal("ok\n", await _host.Http.GetStringAsync("readyz", Stop));
    }

    [Fact]
    public async Task The_page_may_fetch_from_gateways_where_browsers_are_given_their_addresses_and_else_not()
    {
        await using var host = await GridHostProcess.StartAsync(
            ("GRID_GATEWAYS", $"armadillo={_gateway.Address}"),
            ("GRID_BROWSER_GATEWAYS", "armadillo=http://a.example"));

        Assert.DoesNotContain("connect-src", await PolicyAsync(_host), StringComparison.Ordinal);
        Assert.EndsWith("; connect-src 'self' http://a.example", await PolicyAsync(host), StringComparison.Ordinal);
        Assert.EndsWith(
            "\"browserGateways\":{\"armadillo\":\"http://a.example\"}}",
            await host.Http.GetStringAsync("api/gateways", Stop), StringComparison.Ordinal);

        static async Task<string> PolicyAsync(GridHostProcess host)
        {
            using var page = await host.Http.GetAsync("/", Stop);
            return page.Headers.GetValues("Content-Security-Policy").Single();
        }
    }

    [Fact]
    public async Task A_bad_environment_ends_the_start_with_a_sentence_for_each_variable()
    {
        var (exitCode, errors) = await GridHostProcess.RunAsync(("PORT", "eighty"), ("GRID_PATHS", "random"));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "PORT: 'eighty' is not accepted; give a whole number from 0 to 65535.\n"
            + "GRID_PATHS: 'random' is not accepted; "
            + "give paths separated by commas, each with a leading / and without ? or #.\n",
            errors);
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        var (exitCode, errors) = await GridHostProcess.RunAsync(("PORT", $"{_gateway.Address.Port}"));

        Assert.Equal(1, exitCode);
        Assert.EndsWith(
            $"PORT: {_gateway.Address.Port} is in use by another program; stop that program or give another port.\n",
            errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _gateway.DisposeAsync();
    }
}
