using System.Net;
using System.Net.Sockets;
using ColorDemo.Mesh.Proxy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

public class InMeshClientTests
{
    private const string Url = "http://color-svc.color.svc.cluster.local:8800/random?x=1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://color-svc.color.svc.cluster.local:8800/random?x=1")]
    [InlineData("http://color-svc.color:8800/random?x=1")]
    [InlineData("http://color-svc.color.svc:8800/random?x=1")]
    public async Task A_service_has_all_its_names(string url)
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));
        using var client = await ClientAsync(mesh);

        using var answer = await client.GetAsync(url, Stop);

        Assert.StartsWith("armadillo GET /random?x=1\n", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("envoy", answer.Header("server"));
    }

    [Fact]
    public async Task The_pod_sees_a_request_of_the_mesh()
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));
        using var client = await ClientAsync(mesh);

        var answer = await AskAsync(client, Url, space: "color", labels: "app=me");

        Assert.Contains("\nhost: color-svc.color.svc.cluster.local:8800\n", answer);
        Assert.Contains("\nx-request-id: ", answer);
        Assert.Contains("\nx-envoy-attempt-count: 1\n", answer);
        Assert.Contains("\nx-forwarded-proto: http\n", answer);
        Assert.DoesNotContain("x-forwarded-for", answer);
        Assert.DoesNotContain("x-color-mesh", answer);
    }

    [Fact]
    public async Task The_short_name_is_for_clients_of_the_services_namespace()
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));
        using var client = await ClientAsync(mesh);

        Assert.StartsWith("armadillo GET /", await AskAsync(client, "http://color-svc:8800/", space: "color"));
    }

    [Fact]
    public async Task Rules_may_ask_for_labels_and_namespaces_of_the_client()
    {
        await using var mesh = await TestMesh.StartAsync(InMesh("""
              - {match: [{sourceLabels: {app: a, tier: t}}], directResponse: {status: 200, body: {string: labels}}}
              - {match: [{sourceNamespace: other}], directResponse: {status: 200, body: {string: namespace}}}
              - {directResponse: {status: 200, body: {string: neither}}}
            """));
        using var client = await ClientAsync(mesh);

        Assert.Equal("labels", await AskAsync(client, Url, labels: "app=a, tier=t,more="));
        Assert.Equal("namespace", await AskAsync(client, Url, space: "other"));
        Assert.Equal("neither", await AskAsync(client, Url, labels: "app=a"));
        Assert.Equal("neither", await AskAsync(client, Url));
    }

    [Fact]
    public async Task A_change_of_rules_is_in_force_with_the_next_request()
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));
        using var client = await ClientAsync(mesh);
        Assert.StartsWith("armadillo", await client.GetStringAsync(Url, Stop));

        mesh.Use(To("bison"));

        Assert.StartsWith("bison", await client.GetStringAsync(Url, Stop));
    }

    [Theory]
    [InlineData("labels", "app")]
    [InlineData("labels", "=x")]
    [InlineData("labels", "a=b=c")]
    [InlineData("labels", "a=1,a=2")]
    [InlineData("namespace", "No_Name")]
    public async Task A_source_that_is_none_is_told_so(string part, string value)
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));
        using var client = await ClientAsync(mesh);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        request.Headers.Add($"x-color-mesh-source-{part}", value);

        using var answer = await client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"'{value}'", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task An_unknown_host_is_really_asked()
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));
        using var client = await ClientAsync(mesh);
        var outside = await mesh.ServeAsync(app => app.Run(context =>
            context.Response.WriteAsync($"outside {context.Request.Path}{context.Request.QueryString}")));

        Assert.Equal("outside /a?b", await client.GetStringAsync($"http://{outside}/a?b", Stop));

        using var answer = await client.GetAsync($"http://{TestMesh.ClosedAddress()}/", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("UF", answer.Header("x-color-mesh-flag"));
    }

    [Fact]
    public async Task An_unknown_host_is_refused_where_only_the_registry_counts()
    {
        await using var mesh = await TestMesh.StartAsync("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                outboundTrafficPolicy: {mode: REGISTRY_ONLY}
            """);
        using var client = await ClientAsync(mesh);

        using var answer = await client.GetAsync("http://unknown.example/", Stop);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_host_with_routes_of_which_none_matches_is_a_404()
    {
        await using var mesh = await TestMesh.StartAsync(InMesh(
            "  - {match: [{uri: {exact: /only}}], route: [{destination: {host: color-svc}}]}"));
        using var client = await ClientAsync(mesh);

        using var answer = await client.GetAsync(Url, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("NR", answer.Header("x-color-mesh-flag"));
    }

    [Fact]
    public async Task Whoever_does_not_use_it_as_a_proxy_is_told_how()
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));
        var proxy = await ServeAsync(mesh);

        using var answer = await mesh.Client.GetAsync($"http://{proxy}/random", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("curl -x localhost:", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task CONNECT_is_refused_with_the_reason()
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));

        var answer = await RawAsync(await ServeAsync(mesh), "CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n");

        Assert.StartsWith("HTTP/1.1 405 ", answer);
        Assert.Contains("http:// URL", answer);
    }

    [Theory]
    [InlineData("GET http://color-svc.color:8800/a%20b/../c\\d?q=%41 HTTP/1.1", "armadillo GET /c/d?q=")]
    [InlineData("GET http://color-svc.color:8800?q HTTP/1.1", "armadillo GET /?q")]
    [InlineData("GET http://color-svc.color:8800 HTTP/1.1", "armadillo GET /\n")]
    public async Task The_path_is_taken_from_the_URL_as_it_stands_there(string line, string got)
    {
        await using var mesh = await TestMesh.StartAsync(To("armadillo"));

        Assert.Contains(got, await RawAsync(await ServeAsync(mesh), $"{line}\r\nHost: color-svc.color:8800\r\n"));
    }

    private static Task<string> ServeAsync(TestMesh mesh) =>
        mesh.ServeAsync(app => app.RunInMeshClient("armadillo", mesh.State));

    private static async Task<HttpClient> ClientAsync(TestMesh mesh) =>
        new(new HttpClientHandler { Proxy = new WebProxy($"http://{await ServeAsync(mesh)}") });

    private static async Task<string> AskAsync(
        HttpClient client, string url, string? space = null, string? labels = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("x-color-mesh-source-namespace", space ?? "default");
        if (labels is not null)
        {
            request.Headers.TryAddWithoutValidation("x-color-mesh-source-labels", labels);
        }

        return await (await client.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop);
    }

    private static async Task<string> RawAsync(string server, string head)
    {
        var address = IPEndPoint.Parse(server);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address, Stop);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{head}Connection: close\r\n\r\n"), Stop);
        return await new StreamReader(stream).ReadToEndAsync(Stop);
    }

    private static string To(string subset) =>
        InMesh($"  - {{route: [{{destination: {{host: color-svc, subset: {subset}}}}}]}}");

    private static string InMesh(string rules) => $"""
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: color-svc
          namespace: color
        spec:
          hosts: [color-svc]
          http:
        {rules}
        """;
}
