using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Grid.Tests;

public sealed class ProbeTests
{
    [Fact]
    public async Task A_color_comes_with_its_name_and_with_who_answered()
    {
        var answer = await AskAsync(ColorServer.Green);

        Assert.Equal(new Answer(Outcome.Color, 200, new("armadillo", "v1", "p"), "Green", "#008000"), answer);
    }

    [Fact]
    public async Task A_color_of_a_service_without_identity_is_a_color_too()
    {
        var answer = await AskAsync(context => ColorServer.Json(context, """{"name":"Red","hexCode":"#ff0000"}"""));

        Assert.Equal(Outcome.Color, answer.Outcome);
        Assert.Equal(Destination.Unknown, answer.Destination);
    }

    [Fact]
    public async Task An_error_keeps_its_status_and_the_headers_say_who_failed()
    {
        var answer = await AskAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["x-color-cluster"] = "bison";
            context.Response.Headers["x-color-version"] = "v2";
            context.Response.Headers["x-color-pod"] = "color-svc-v2-0";
            return Task.CompletedTask;
        });

        Assert.Equal(new Answer(Outcome.Error, 503, new("bison", "v2", "color-svc-v2-0")), answer);
    }

    [Fact]
    public async Task No_answer_within_the_timeout_is_a_timeout_and_took_as_long()
    {
        await using var server = await ColorServer.StartAsync(ColorServer.Hang);

        var reply = await ReplyAsync(server.Gateway, sampling => sampling with { Timeout = 80 });

        Assert.Equal(Answer.TimedOut, reply.Answer);
        Assert.InRange(reply.Latency, 60, 10_000); // timers are coarse
    }

    [Fact]
    public async Task A_body_without_a_pod_leaves_it_to_the_header()
    {
        var answer = await AskAsync(context =>
        {
            context.Response.Headers["x-color-pod"] = "color-svc-v1-0";
            return ColorServer.Json(context, """{"name":"Red","hexCode":"#ff0000","version":"v1"}""");
        });

        Assert.Equal(new(null, "v1", "color-svc-v1-0"), answer.Destination);
    }

    [Fact]
    public async Task Headers_and_query_of_the_panel_are_sent()
    {
        var seen = new TaskCompletionSource<(string Url, string User, string Cookie)>();
        await using var server = await ColorServer.StartAsync(context =>
        {
            seen.TrySetResult((
                $"{context.Request.Path}{context.Request.QueryString}",
                $"{context.Request.Headers["x-user"]}", $"{context.Request.Headers.Cookie}"));
            return ColorServer.Green(context);
        });

        await ReplyAsync(server.Gateway, sampling => sampling with
        {
            Headers = [new("x-user", "canary"), new("Cookie", "a=b")],
            Query = "family=red&x=%26",
        });

        Assert.Equal(("/random?fmt=json&family=red&x=%26", "canary", "a=b"), await seen.Task);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task Connections_are_kept_or_new_as_the_panel_says(bool areNew, int connections)
    {
        var ids = new ConcurrentDictionary<string, bool>();
        await using var server = await ColorServer.StartAsync(context =>
        {
            ids[context.Connection.Id] = context.Request.Headers.Connection == "close";
            return ColorServer.Green(context);
        });
        using var probe = Probe(server.Gateway, sampling => sampling with { NewConnections = areNew });

        for (var asked = 0; asked < 3; asked++)
        {
            await probe.AskAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(connections, ids.Count);
        Assert.All(ids.Values, isClosed => Assert.Equal(areNew, isClosed));
    }

    [Fact]
    public async Task An_answer_s_headers_are_remembered_but_not_without_end()
    {
        await using var server = await ColorServer.StartAsync(context =>
        {
            context.Response.Headers["x-long"] = new string('x', 1_000);
            for (var number = 0; number < 100; number++)
            {
                context.Response.Headers[$"x-{number}"] = "y: z";
            }

            return ColorServer.Green(context);
        });

        var received = HeaderText.Read((await ReplyAsync(server.Gateway)).Received);

        Assert.Equal(64, received.Count);
        Assert.Contains(new("x-0", "y: z"), received);
        Assert.Equal(200, received.Single(one => one.Name == "x-long").Value.Length);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_refused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var gateway = new Gateway("armadillo", new($"http://{listener.LocalEndpoint}"));
        listener.Stop();

        Assert.Equal(Answer.NoConnection, (await ReplyAsync(gateway)).Answer);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("""{"name":"Red"}""")]
    [InlineData("""{"name":"Red","hexCode":"red"}""")]
    [InlineData("""{"name":"Red","hexCode":"#ff00zz"}""")]
    [InlineData("""{"name":"<script>","hexCode":"#ff0000"}""")]
    [InlineData("""{"name":"A name much longer than any color in the palette","hexCode":"#ff0000"}""")]
    [InlineData("""{"name":7,"hexCode":"#ff0000"}""")]
    public async Task What_is_not_a_color_is_garbage(string body) =>
        Assert.Equal(Answer.NotAColor, await AskAsync(context => context.Response.WriteAsync(body)));

    [Fact]
    public async Task An_endless_answer_is_garbage_too() =>
        Assert.Equal(
            Answer.NotAColor, await AskAsync(context => context.Response.WriteAsync(new string(' ', 100_000))));

    private static async Task<Answer> AskAsync(RequestDelegate server)
    {
        await using var running = await ColorServer.StartAsync(server);
        return (await ReplyAsync(running.Gateway)).Answer;
    }

    private static async Task<Reply> ReplyAsync(Gateway gateway, Func<Sampling, Sampling>? but = null)
    {
        using var probe = Probe(gateway, but);
        return await probe.AskAsync(TestContext.Current.CancellationToken);
    }

    private static Probe Probe(Gateway gateway, Func<Sampling, Sampling>? but) =>
        new(new(gateway, (but ?? (same => same))(new("armadillo", "/random", 1))), TimeProvider.System);
}
