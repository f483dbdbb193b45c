using System.Net;
using System.Net.Sockets;
using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Grid.Tests;

public sealed class ProbeTests : IDisposable
{
    private readonly Probe _probe = new(TimeProvider.System);

    [Fact]
    public async Task A_color_comes_with_its_name_and_with_who_answered()
    {
        var answer = await AskAsync(ColorServer.Green);

        Assert.Equal(new Answer(Outcome.Color, 200, new("armadillo", "v1"), "Green", "#008000"), answer);
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
            return Task.CompletedTask;
        });

        Assert.Equal(new Answer(Outcome.Error, 503, new("bison", "v2")), answer);
    }

    [Fact]
    public async Task No_answer_in_two_seconds_is_a_timeout() =>
        Assert.Equal(Answer.TimedOut, await AskAsync(ColorServer.Hang));

    [Fact]
    public async Task A_port_where_nobody_listens_is_refused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}");
        listener.Stop();

        Assert.Equal(Answer.NoConnection, await _probe.AskAsync(address, TestContext.Current.CancellationToken));
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

    public void Dispose() => _probe.Dispose();

    private async Task<Answer> AskAsync(RequestDelegate server)
    {
        await using var running = await ColorServer.StartAsync(server);
        return await _probe.AskAsync(running.Address, TestContext.Current.CancellationToken);
    }
}
