using System.Net;

namespace ColorDemo.Mesh.Tests;

public class CorsTests
{
    private const string Origin = "https://page.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preflight_of_an_allowed_origin_is_answered_without_the_pod()
    {
        await using var mesh = await WithPolicyAsync("allowCredentials: true, maxAge: 24h");
        var pod = await mesh.UsePodAsync((_, _) => Task.CompletedTask);

        using var answer = await PreflightAsync(mesh, Origin);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Origin, answer.Header("access-control-allow-origin"));
        Assert.Equal("GET,PUT", answer.Header("access-control-allow-methods"));
        Assert.Equal("x-one,x-two", answer.Header("access-control-allow-headers"));
        Assert.Equal("86400", answer.Header("access-control-max-age"));
        Assert.Equal("true", answer.Header("access-control-allow-credentials"));
        Assert.Equal("istio-envoy", answer.Header("server"));
        Assert.Equal(0, pod.Requests);
    }

    [Fact]
    public async Task A_preflight_of_another_origin_goes_to_the_pod()
    {
        await using var mesh = await WithPolicyAsync("allowCredentials: false");

        using var answer = await PreflightAsync(mesh, "https://other.example");

        Assert.StartsWith("armadillo OPTIONS /", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Null(answer.Header("access-control-allow-origin"));
    }

    [Fact]
    public async Task A_preflight_of_another_origin_can_be_answered_with_nothing()
    {
        await using var mesh = await WithPolicyAsync("unmatchedPreflights: IGNORE");

        using var answer = await PreflightAsync(mesh, "https://other.example");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Null(answer.Header("access-control-allow-origin"));
    }

    [Theory]
    [InlineData(Origin, Origin)]
    [InlineData("https://prefix.example.org", "https://prefix.example.org")]
    [InlineData("https://a.example.net", "https://a.example.net")]
    [InlineData("https://a.example.net.evil", null)]
    [InlineData("https://other.example", null)]
    public async Task An_answer_names_the_origin_that_asked_if_it_is_allowed(string origin, string? allowed)
    {
        await using var mesh = await WithPolicyAsync("allowCredentials: true");

        using var answer = await AskAsync(mesh, HttpMethod.Get, origin);

        Assert.StartsWith("armadillo GET /", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(allowed, answer.Header("access-control-allow-origin"));
        Assert.Equal(allowed is null ? null : "x-shown", answer.Header("access-control-expose-headers"));
        Assert.Equal(allowed is null ? null : "true", answer.Header("access-control-allow-credentials"));
    }

    [Fact]
    public async Task The_policy_wins_over_what_the_pod_says()
    {
        await using var mesh = await WithPolicyAsync("allowCredentials: false");
        await mesh.UsePodAsync((context, _) =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return Task.CompletedTask;
        });

        using var answer = await AskAsync(mesh, HttpMethod.Get, Origin);

        Assert.Equal(Origin, answer.Header("access-control-allow-origin"));
    }

    private static Task<HttpResponseMessage> PreflightAsync(TestMesh mesh, string origin) =>
        AskAsync(mesh, HttpMethod.Options, origin, ("access-control-request-method", "PUT"));

    private static async Task<HttpResponseMessage> AskAsync(
        TestMesh mesh, HttpMethod method, string origin, params (string Name, string Value)[] more)
    {
        using var request = new HttpRequestMessage(method, "/");
        foreach (var (name, value) in more.Prepend(("origin", origin)))
        {
            request.Headers.Add(name, value);
        }

        return await mesh.Client.SendAsync(request, Stop);
    }

    private static Task<TestMesh> WithPolicyAsync(string more) => TestMesh.WithRulesAsync($"""
          - corsPolicy:
              allowOrigins:
              - exact: "{Origin}"
              - prefix: "https://prefix."
              - regex: "https://.*[.]example[.]net"
              allowMethods: [GET, PUT]
              allowHeaders: [x-one, x-two]
              exposeHeaders: [x-shown]
              {more.Replace(", ", "\n      ", StringComparison.Ordinal)}
            route:
            - destination:
                host: color-svc
                subset: armadillo
        """);
}
