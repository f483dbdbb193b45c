using System.Net;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ColorDemo.Mesh.Tests;

public class RedirectTests
{
    private static readonly HttpClient Still = new(new HttpClientHandler { AllowAutoRedirect = false });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("uri: /new", 301, "http://demo.example/new?a=1")]
    [InlineData("authority: other.example, redirectCode: 302", 302, "http://other.example/old/x?a=1")]
    [InlineData("scheme: https, port: 8443, redirectCode: 307", 307, "https://demo.example:8443/old/x?a=1")]
    [InlineData("uri: /n, scheme: https, redirectCode: 308", 308, "https://demo.example/n?a=1")]
    public async Task The_client_is_sent_where_the_rule_says(string redirect, int status, string location)
    {
        await using var mesh = await TestMesh.WithRulesAsync($"  - {{redirect: {{{redirect}}}}}");

        using var answer = await AskAsync(mesh, "/old/x?a=1");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(location, answer.Header("location"));
        Assert.Equal("istio-envoy", answer.Header("server"));
        Assert.Null(answer.Header("x-color-mesh-flag"));
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Response_headers_are_changed_on_a_redirect_too()
    {
        await using var mesh = await TestMesh.WithRulesAsync(
            "  - {redirect: {uri: /new}, headers: {response: {set: {x-why: moved}}}}");

        using var answer = await AskAsync(mesh, "/");

        Assert.Equal("moved", answer.Header("x-why"));
    }

    [Fact]
    public async Task A_status_that_makes_no_route_is_a_404()
    {
        await using var mesh = await TestMesh.WithRulesAsync("  - {redirect: {uri: /new, redirectCode: 304}}");

        using var answer = await AskAsync(mesh, "/");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("NR", answer.Header("x-color-mesh-flag"));
    }

    [Fact]
    public async Task A_gateway_that_wants_https_sends_everyone_there_whatever_the_routes_say()
    {
        await using var mesh = await TestMesh.WithRulesAsync("  - {directResponse: {status: 200}}");
        var secure = new VirtualHost(["*"], []) { RequiresTls = true };
        mesh.Client.BaseAddress = new($"http://{await mesh.ServeAsync(app => app.Run(context =>
            app.Services.GetRequiredService<RouteStages>().AnswerAsync(
                new(context, IncomingRequest.Read(context), ProxyRole.Gateway), secure)))}");

        using var answer = await AskAsync(mesh, "/a/b?c=d");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("https://demo.example/a/b?c=d", answer.Header("location"));
    }

    private static async Task<HttpResponseMessage> AskAsync(TestMesh mesh, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(mesh.Client.BaseAddress!, path));
        request.Headers.Host = "demo.example";
        return await Still.SendAsync(request, Stop);
    }
}
