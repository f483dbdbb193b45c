using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ColorDemo.Mesh.Tests;

public class GatewayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subset_of_the_other_cluster_is_reached_through_its_east_west_gateway()
    {
        await using var mesh = await TestMesh.StartAsync(To("{host: color-svc, subset: bison}"));

        Assert.StartsWith("bison GET /random", await mesh.Client.GetStringAsync("/random", Stop));
    }

    [Fact]
    public async Task The_name_that_stands_for_the_SNI_is_never_taken_from_a_client_nor_shown_to_a_pod()
    {
        await using var mesh = await TestMesh.StartAsync(To("{host: color-svc, subset: armadillo}"));
        mesh.Client.DefaultRequestHeaders.Add(
            "x-color-mesh-sni", "outbound_.8800_.bison_.color-svc.color.svc.cluster.local");

        var answer = await mesh.Client.GetStringAsync("/random", Stop);

        Assert.StartsWith("armadillo ", answer);
        Assert.DoesNotContain("x-color-mesh-sni", answer);
    }

    [Theory]
    [InlineData("/random%2Fx?a=%20b&c", "/random%2Fx?a=%20b&c")]
    [InlineData("/armadillo/%7Eme?q", "/random/~me?q")] // the same path: RFC 3986, 6.2.2.2
    [InlineData("/%61rmadill%6F/x", "/random/x")] // so no rule is passed by: matched and sent are the same
    [InlineData("/x%zz%2F%?a=%41\\..\\%zz", "/x%zz%2F%?a=%41\\..\\%zz")]
    [InlineData("/armadillo@example.org/", "/random@example.org/")]
    [InlineData("/cut@127.0.0.1:1/", "/x@127.0.0.1:1/")]
    [InlineData("/x/../armadillo", "/random")]
    [InlineData("/cut/%2e%2E/armadillo", "/random")]
    [InlineData("/armadillo/.%2e/other", "/other")]
    [InlineData(@"/x\..\armadillo", "/random")]
    public async Task The_pod_gets_the_path_as_the_client_wrote_it_apart_from_the_rewrite(string sent, string got)
    {
        await using var mesh = await TestMesh.StartAsync(VirtualService("""
              - match: [{uri: {prefix: /armadillo}}]
                rewrite: {uri: /random}
                route: [{destination: {host: color-svc, subset: armadillo}}]
              - match: [{uri: {prefix: /cut}}]
                rewrite: {uri: x}
                route: [{destination: {host: color-svc, subset: armadillo}}]
              - {route: [{destination: {host: color-svc, subset: armadillo}}]}
            """));

        var answer = await SendRawAsync(mesh.Client.BaseAddress!, $"GET {sent} HTTP/1.1");

        Assert.StartsWith($"armadillo GET {got}\n", answer);
    }

    [Fact]
    public async Task The_pod_is_told_about_the_client_and_the_original_path()
    {
        await using var mesh = await TestMesh.StartAsync(VirtualService("""
              - {match: [{uri: {prefix: /a}}], rewrite: {uri: /random}, route: [{destination: {host: color-svc}}]}
            """));

        var answer = await mesh.Client.GetStringAsync("/a?x=1", Stop);

        Assert.Contains("\nx-envoy-original-path: /a?x=1\n", answer);
        Assert.Contains("\nx-forwarded-for: 127.0.0.1\n", answer);
        Assert.Contains("\nx-forwarded-proto: http\n", answer);
        Assert.Contains("\nx-request-id: ", answer);
        Assert.Contains($"\nhost: {mesh.Client.BaseAddress!.Authority}\n", answer);
    }

    [Fact]
    public async Task An_answer_of_a_pod_comes_from_istio_envoy_with_the_time_it_took()
    {
        await using var mesh = await TestMesh.StartAsync(To("{host: color-svc}"));

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal("istio-envoy", answer.Headers.Server.ToString());
        Assert.True(answer.Headers.Contains("x-envoy-upstream-service-time"));
    }

    [Theory]
    [InlineData("{host: color-svc}", "/nowhere", 404, "NR", "")]
    [InlineData("{host: color-svc, subset: v9}", "/", 503, "NC", "")]
    [InlineData("{host: other}", "/", 503, "NC", "")]
    public async Task A_request_that_goes_nowhere_is_answered_as_Envoy_answers(
        string destination, string path, int status, string flag, string body)
    {
        await using var mesh = await TestMesh.StartAsync(VirtualService(
            $"  - {{match: [{{uri: {{exact: /}}}}], route: [{{destination: {destination}}}]}}"));

        await AssertLocalReplyAsync(mesh, path, status, flag, body);
    }

    [Fact]
    public async Task Without_a_ready_pod_there_is_no_healthy_upstream()
    {
        await using var mesh = await TestMesh.StartAsync(To("{host: color-svc, subset: armadillo}"));
        mesh.UsePod("armadillo", null);

        await AssertLocalReplyAsync(mesh, "/", 503, "UH", "no healthy upstream");
    }

    [Fact]
    public async Task A_pod_that_does_not_listen_is_an_upstream_failure()
    {
        await using var mesh = await TestMesh.StartAsync(To("{host: color-svc, subset: armadillo}"));
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = closed.LocalEndpoint.ToString();
        closed.Stop();
        mesh.UsePod("armadillo", address);

        await AssertLocalReplyAsync(mesh, "/", 503, "UF,URX",
            "upstream connect error or disconnect/reset before headers. reset reason: connection failure");
    }

    [Fact]
    public async Task An_abort_at_100_percent_answers_everything_itself()
    {
        await using var mesh = await TestMesh.StartAsync(VirtualService("""
              - {fault: {abort: {percentage: {value: 100}, httpStatus: 418}}, route: [{destination: {host: color-svc}}]}
            """));

        await AssertLocalReplyAsync(mesh, "/", 418, "FI", "fault filter abort");
    }

    [Fact]
    public async Task An_abort_without_percentage_aborts_nothing()
    {
        await using var mesh = await TestMesh.StartAsync(VirtualService("""
              - {fault: {abort: {httpStatus: 418}}, route: [{destination: {host: color-svc}}]}
            """));

        Assert.Equal(HttpStatusCode.OK, (await mesh.Client.GetAsync("/", Stop)).StatusCode);
    }

    private static async Task AssertLocalReplyAsync(TestMesh mesh, string path, int status, string flag, string body)
    {
        using var answer = await mesh.Client.GetAsync(path, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(flag, answer.Headers.GetValues("x-color-mesh-flag").Single());
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Stop));
        Assert.False(answer.Headers.Contains("x-envoy-upstream-service-time"));
    }

    private static string To(string destination) => VirtualService($"  - {{route: [{{destination: {destination}}}]}}");

    private static string VirtualService(string rules) => TestMesh.VirtualService(rules);

    /// <summary>A client that changes nothing of what it is given, unlike HttpClient.</summary>
    private static async Task<string> SendRawAsync(Uri server, string requestLine)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Host, server.Port, Stop);
        await using var stream = tcp.GetStream();
        var request = $"{requestLine}\r\nHost: h\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Stop);
        var answer = await new StreamReader(stream).ReadToEndAsync(Stop);
        var chunk = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return answer.Contains("chunked", StringComparison.OrdinalIgnoreCase)
            ? chunk[(chunk.IndexOf('\n') + 1)..]
            : chunk;
    }
}
