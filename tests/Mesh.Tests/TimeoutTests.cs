using System.Net;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

public class TimeoutTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pod_that_is_silent_for_the_routes_timeout_is_given_up()
    {
        await using var mesh = await WithRuleAsync("timeout: 0.1s");
        var pod = await mesh.UsePodAsync(TestPod.HangAsync);

        await AssertTimedOutAsync(mesh, "UT");
        Assert.Equal(1, pod.Requests);
    }

    [Fact]
    public async Task The_timeout_of_a_request_with_a_body_counts_from_its_end()
    {
        await using var mesh = await WithRuleAsync("timeout: 0.1s");
        var pod = await mesh.UsePodAsync(TestPod.HangAsync);

        using var answer = await mesh.Client.PostAsync("/", new StringContent("body"), Stop);

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal(["POST / body"], pod.Seen);
    }

    [Fact]
    public async Task A_tries_timeout_counts_as_a_reset_and_the_next_try_has_its_own()
    {
        await using var mesh = await WithRuleAsync("retries: {attempts: 2, perTryTimeout: 0.2s, retryOn: reset}");
        var pod = await mesh.UsePodAsync((context, number) =>
            number < 3 ? TestPod.HangAsync(context, number) : context.Response.WriteAsync("at last"));

        Assert.Equal("at last", await mesh.Client.GetStringAsync("/", Stop));
        Assert.Equal(3, pod.Requests);
    }

    [Fact]
    public async Task Out_of_tries_their_timeout_is_a_504()
    {
        await using var mesh = await WithRuleAsync("retries: {attempts: 1, perTryTimeout: 0.1s, retryOn: 5xx}");
        var pod = await mesh.UsePodAsync(TestPod.HangAsync);

        await AssertTimedOutAsync(mesh, "UT,URX");
        Assert.Equal(2, pod.Requests);
    }

    [Fact]
    public async Task By_default_a_tries_timeout_is_not_tried_again()
    {
        await using var mesh = await WithRuleAsync("retries: {attempts: 2, perTryTimeout: 0.1s}");
        var pod = await mesh.UsePodAsync(TestPod.HangAsync);

        await AssertTimedOutAsync(mesh, "UT");
        Assert.Equal(1, pod.Requests);
    }

    [Theory]
    [InlineData("timeout: 1200h")]
    [InlineData("retries: {attempts: 1, perTryTimeout: 1300h}")]
    public async Task A_time_longer_than_timers_count_is_no_limit(string rule)
    {
        await using var mesh = await WithRuleAsync(rule);

        Assert.Contains(" GET /", await mesh.Client.GetStringAsync("/", Stop));
    }

    [Fact]
    public async Task The_routes_timeout_covers_all_tries()
    {
        await using var mesh = await WithRuleAsync("""
            timeout: 2s
                retries: {attempts: 1000, perTryTimeout: 0.1s, retryOn: reset}
            """);
        var pod = await mesh.UsePodAsync(TestPod.HangAsync);

        await AssertTimedOutAsync(mesh, "UT");
        Assert.InRange(pod.Requests, 2, 20);
    }

    [Fact]
    public async Task A_tries_timeout_ends_with_the_headers_of_the_answer()
    {
        await using var mesh = await WithRuleAsync("retries: {attempts: 1, perTryTimeout: 0.2s, retryOn: reset}");
        var pod = await mesh.UsePodAsync(async (context, _) =>
        {
            await context.Response.WriteAsync("slow ");
            await context.Response.Body.FlushAsync();
            await Task.Delay(600, context.RequestAborted); // longer than the try's time
            await context.Response.WriteAsync("answer");
        });

        Assert.Equal("slow answer", await mesh.Client.GetStringAsync("/", Stop));
        Assert.Equal(1, pod.Requests);
    }

    [Fact]
    public async Task An_answer_that_has_begun_is_cut_off_by_the_routes_timeout()
    {
        await using var mesh = await WithRuleAsync("timeout: 0.3s");
        await mesh.UsePodAsync(async (context, number) =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync();
            await TestPod.HangAsync(context, number);
        });

        using var answer = await mesh.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task AssertTimedOutAsync(TestMesh mesh, string flags)
    {
        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal("upstream request timeout", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(flags, answer.Header("x-color-mesh-flag"));
    }

    private static Task<TestMesh> WithRuleAsync(string rule) => TestMesh.WithRulesAsync($$"""
          - route: [{destination: {host: color-svc, subset: armadillo} }]
            {{rule}}
        """);
}
