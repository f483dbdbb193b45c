using ColorDemo.Mesh.Proxy;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

public class HeaderChangeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_lose_headers_first_then_get_them_set_and_then_added()
    {
        await using var mesh = await WithHeadersAsync("""
            request: {remove: [x-a, x-b], set: {x-a: set, x-c: over}, add: {x-a: added, x-d: new}}
            """);
        mesh.Client.DefaultRequestHeaders.Add("x-a", "old");
        mesh.Client.DefaultRequestHeaders.Add("x-b", "old");
        mesh.Client.DefaultRequestHeaders.Add("x-c", "old");

        var answer = await mesh.Client.GetStringAsync("/", Stop);

        Assert.Contains("\nx-a: set, added\n", answer);
        Assert.DoesNotContain("\nx-b:", answer);
        Assert.Contains("\nx-c: over\n", answer);
        Assert.Contains("\nx-d: new\n", answer);
    }

    [Fact]
    public async Task Responses_likewise()
    {
        await using var mesh = await WithHeadersAsync(
            "response: {remove: [x-secret], set: {x-kind: set, server: mine}, add: {x-kind: added}}");
        await mesh.UsePodAsync((context, _) =>
        {
            context.Response.Headers["x-secret"] = "yes";
            context.Response.Headers["x-kind"] = "pods";
            context.Response.Headers.Server = "pod";
            return Task.CompletedTask;
        });

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Null(answer.Header("x-secret"));
        Assert.Equal("set,added", answer.Header("x-kind"));
        Assert.Equal("istio-envoy", answer.Header("server")); // Envoy writes its name last
    }

    [Theory]
    [InlineData("100%% %%PROTOCOL%%", "100% %PROTOCOL%")]
    [InlineData("%PROTOCOL%", "HTTP/1.1")]
    [InlineData("<%REQ(X-One)%> <%REQ(x-none?x-one)%> <%REQ(x-none)%>", "<first> <first> <>")]
    [InlineData("%REQ(:METHOD)% %REQ(:PATH)%", "GET /old?q=1")]
    [InlineData("%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%", "127.0.0.1")]
    [InlineData("%NO_SUCH_THING%", "%NO_SUCH_THING%")]
    public async Task Values_may_hold_variables(string written, string got)
    {
        await using var mesh = await TestMesh.WithRulesAsync($$"""
              - rewrite: {uri: /new}
                headers: {request: {set: {x-text: "{{written}}"} } }
                route: [{destination: {host: color-svc, subset: armadillo} }]
            """);
        mesh.Client.DefaultRequestHeaders.Add("x-one", "first");

        Assert.Contains($"\nx-text: {got}\n", await mesh.Client.GetStringAsync("/old?q=1", Stop));
    }

    [Theory]
    [InlineData("%REQ(x-one):2%", "fi")]
    [InlineData("%REQ(x-one):20%", "first")]
    [InlineData("100% of %PROTOCOL", "100% of %PROTOCOL")]
    [InlineData("%REQ(x-one", "%REQ(x-one")]
    [InlineData("%REQ(x-one):x%", "%REQ(x-one):x%")]
    [InlineData("%REQ%", "%REQ%")]
    public void Texts_that_are_no_variables_stay(string written, string got)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["x-one"] = "first";
        var exchange = new Exchange(
            context, new("GET", "http", "h", "/", "", context.Request.Headers), ProxyRole.Gateway);

        Assert.Equal(got, EnvoyText.Expand(written, exchange));
    }

    [Fact]
    public async Task Responses_know_the_endpoint_and_the_status()
    {
        await using var mesh = await WithHeadersAsync(
            "response: {set: {x-from: '%UPSTREAM_HOST%', x-status: '%RESPONSE_CODE%'}}");
        await mesh.UsePodAsync((context, _) =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers["x-self"] = $"127.0.0.1:{context.Connection.LocalPort}";
            return Task.CompletedTask;
        });

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(answer.Header("x-self"), answer.Header("x-from"));
        Assert.Equal("404", answer.Header("x-status"));
    }

    [Fact]
    public async Task Of_several_destinations_the_drawn_ones_changes_come_first_and_the_routes_win()
    {
        await using var mesh = await TestMesh.WithRulesAsync("""
              - headers: {request: {set: {x-both: route}}, response: {set: {x-both: route}}}
                route:
                - destination: {host: color-svc, subset: armadillo}
                  weight: 1
                  headers: {request: {set: {x-both: own, x-own: a}}, response: {set: {x-both: own, x-own: a}}}
                - {destination: {host: color-svc, subset: bison}, weight: 0}
                - {destination: {host: color-svc, subset: none}, weight: 0}
            """);

        using var answer = await mesh.Client.GetAsync("/", Stop);
        var sent = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Contains("\nx-both: route\n", sent);
        Assert.Contains("\nx-own: a\n", sent);
        Assert.Equal("route", answer.Header("x-both"));
        Assert.Equal("a", answer.Header("x-own"));
    }

    [Theory]
    [InlineData("rewrite: {authority: other.example}")]
    [InlineData("headers: {request: {set: {host: other.example}}}")]
    [InlineData("headers: {request: {set: {':authority': other.example}}}")]
    public async Task The_authority_can_be_rewritten(string rule)
    {
        await using var mesh = await TestMesh.WithRulesAsync($$"""
              - {{rule}}
                route: [{destination: {host: color-svc, subset: armadillo} }]
            """);

        Assert.Contains("\nhost: other.example\n", await mesh.Client.GetStringAsync("/", Stop));
    }

    [Fact]
    public async Task The_routes_response_changes_are_on_the_gateways_own_answers_too()
    {
        await using var mesh = await WithHeadersAsync("response: {set: {x-mine: mine}}");
        mesh.UsePod("armadillo", null);

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal("UH", answer.Header("x-color-mesh-flag"));
        Assert.Equal("mine", answer.Header("x-mine"));
    }

    [Fact]
    public async Task Headers_that_the_connection_header_names_stay_on_this_hop()
    {
        await using var mesh = await WithHeadersAsync("{}");
        mesh.Client.DefaultRequestHeaders.Add("x-hop", "1");
        mesh.Client.DefaultRequestHeaders.Add("x-end", "1");
        mesh.Client.DefaultRequestHeaders.Connection.Add("x-hop");

        var answer = await mesh.Client.GetStringAsync("/", Stop);

        Assert.DoesNotContain("\nx-hop", answer);
        Assert.Contains("\nx-end", answer);
    }

    [Fact]
    public async Task A_client_cannot_say_which_flag_a_pods_answer_has()
    {
        await using var mesh = await WithHeadersAsync("{}");
        await mesh.UsePodAsync((context, _) =>
        {
            context.Response.Headers["x-color-mesh-flag"] = "UH";
            return Task.CompletedTask;
        });

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Null(answer.Header("x-color-mesh-flag"));
    }

    private static Task<TestMesh> WithHeadersAsync(string headers) => TestMesh.WithRulesAsync($$"""
          - headers: {{(headers == "{}" ? headers : $"{{ {headers.Trim()} }}")}}
            route: [{destination: {host: color-svc, subset: armadillo} }]
        """);
}
