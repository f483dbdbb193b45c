using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace ColorDemo.Mesh.Tests;

public class LocalReplyTests
{
    private const string BeforeHeaders = "upstream connect error or disconnect/reset before headers. reset reason: ";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{match: [{uri: {exact: /x}}], directResponse: {status: 200}}", 404, "NR", "")]
    [InlineData("{route: [{destination: {host: color-svc, subset: v9}}]}", 503, "NC", "")]
    [InlineData("{route: [{destination: {host: nobody}}]}", 503, "NC", "")]
    [InlineData(
        "{fault: {abort: {percentage: {value: 100}, httpStatus: 555}}, route: [{destination: {host: color-svc}}]}",
        555, "FI", "fault filter abort")]
    public async Task Of_the_routes(string rule, int status, string flag, string body)
    {
        await using var mesh = await TestMesh.WithRulesAsync($"  - {rule}");

        await AssertReplyAsync(mesh, status, flag, body);
    }

    [Fact]
    public async Task No_ready_pod()
    {
        await using var mesh = await ToArmadilloAsync();
        mesh.UsePod("armadillo", null);

        await AssertReplyAsync(mesh, 503, "UH", "no healthy upstream");
    }

    [Fact]
    public async Task Nobody_listens()
    {
        await using var mesh = await ToArmadilloAsync("retries: {attempts: 0}, ");
        mesh.UsePod("armadillo", TestMesh.ClosedAddress());

        await AssertReplyAsync(mesh, 503, "UF", $"{BeforeHeaders}connection failure");
    }

    [Fact]
    public async Task The_retry_limit_is_flagged_too()
    {
        await using var mesh = await ToArmadilloAsync();
        mesh.UsePod("armadillo", TestMesh.ClosedAddress());

        await AssertReplyAsync(mesh, 503, "UF,URX", $"{BeforeHeaders}connection failure");
    }

    [Fact]
    public async Task A_reset_is_no_connect_failure_and_is_not_tried_again_by_default()
    {
        await using var mesh = await ToArmadilloAsync();
        var pod = await mesh.UsePodAsync((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await AssertReplyAsync(mesh, 503, "UC", $"{BeforeHeaders}connection termination");
        Assert.Equal(1, pod.Requests);
    }

    [Fact]
    public async Task What_is_no_HTTP_is_a_protocol_error()
    {
        await using var mesh = await ToArmadilloAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        mesh.UsePod("armadillo", $"{listener.LocalEndpoint}");
        var babbling = Task.Run(async () =>
        {
            using var socket = await listener.AcceptTcpClientAsync(Stop);
            await socket.GetStream().WriteAsync("this is not HTTP\r\n\r\n"u8.ToArray(), Stop);
            await socket.GetStream().CopyToAsync(Stream.Null, Stop);
        }, Stop);

        await AssertReplyAsync(mesh, 502, "UPE", $"{BeforeHeaders}protocol error");
        await babbling;
    }

    [Theory]
    [InlineData("GET /a#b HTTP/1.1\r\nHost: h\r\n")]
    [InlineData("GET /\x1 HTTP/1.1\r\nHost: h\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n")]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("GET /%00%zz/../../.. HTTP/1.1\r\nHost: [::1\r\n")]
    public async Task Absurd_requests_are_refused_or_carried_but_never_break_the_gateway(string head)
    {
        await using var mesh = await ToArmadilloAsync();

        var answer = await RawAsync(mesh, head);

        Assert.StartsWith("HTTP/1.1 400 ", answer);
        Assert.DoesNotContain("   at ", answer);
    }

    [Theory]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: h\r\n", "HTTP/1.1 200 ")]
    [InlineData("GET //x//%2F|[]{}\"<>^` HTTP/1.1\r\nHost: -_.:99\r\n", "HTTP/1.1 200 ")]
    [InlineData("CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n", "HTTP/1.1 404 ")]
    [InlineData("GET http://h/random HTTP/1.1\r\nHost: h\r\n", "HTTP/1.1 200 ")]
    public async Task Odd_ones_have_answers(string head, string status)
    {
        await using var mesh = await ToArmadilloAsync();

        Assert.StartsWith(status, await RawAsync(mesh, head));
    }

    [Fact]
    public async Task Too_many_headers_are_refused()
    {
        await using var mesh = await ToArmadilloAsync();
        var headers = string.Concat(Enumerable.Range(0, 1_000).Select(number => $"x-{number}: y\r\n"));

        Assert.StartsWith("HTTP/1.1 431 ", await RawAsync(mesh, $"GET / HTTP/1.1\r\nHost: h\r\n{headers}"));
    }

    [Fact]
    public async Task A_WebSocket_goes_through()
    {
        await using var mesh = await ToArmadilloAsync("timeout: 10s, ");
        mesh.UsePod("armadillo", await mesh.ServeAsync(app =>
        {
            app.UseWebSockets();
            app.Run(async context =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                var buffer = new byte[16];
                var got = await socket.ReceiveAsync(buffer, Stop);
                await socket.SendAsync(buffer.AsMemory(0, got.Count), WebSocketMessageType.Text, true, Stop);
            });
        }));
        using var client = new ClientWebSocket();

        await client.ConnectAsync(new($"ws://{mesh.Client.BaseAddress!.Authority}/"), Stop);
        await client.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, Stop);
        var answer = new byte[16];
        var received = await client.ReceiveAsync(answer, Stop);

        Assert.Equal("hello", Encoding.UTF8.GetString(answer, 0, received.Count));
    }

    private static Task<TestMesh> ToArmadilloAsync(string more = "") => TestMesh.WithRulesAsync(
        $"  - {{{more}route: [{{destination: {{host: color-svc, subset: armadillo}}}}]}}");

    private static async Task AssertReplyAsync(TestMesh mesh, int status, string flag, string body)
    {
        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(flag, answer.Header("x-color-mesh-flag"));
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("istio-envoy", answer.Header("server"));
        Assert.NotNull(answer.Header("date"));
        Assert.Null(answer.Header("x-envoy-upstream-service-time"));
    }

    private static async Task<string> RawAsync(TestMesh mesh, string head)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(mesh.Client.BaseAddress!.Host, mesh.Client.BaseAddress.Port, Stop);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}Connection: close\r\n\r\n"), Stop);
        return await new StreamReader(stream).ReadToEndAsync(Stop);
    }
}
