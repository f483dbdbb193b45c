using System.Net;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

public class RetryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5xx", 500)]
    [InlineData("gateway-error", 502)]
    [InlineData("gateway-error", 504)]
    [InlineData("retriable-4xx", 409)]
    [InlineData("\"503\"", 503)]
    [InlineData("\"connect-failure,418\"", 418)]
    public async Task An_answer_that_meets_a_condition_is_tried_again(string retryOn, int status)
    {
        await using var mesh = await WithRetriesAsync($"attempts: 2, retryOn: {retryOn}");
        var pod = await mesh.UsePodAsync(TestPod.Failing(2, context => context.Response.StatusCode = status));

        Assert.Equal("answer 3", await mesh.Client.GetStringAsync("/", Stop));
        Assert.Equal(3, pod.Requests);
    }

    [Theory]
    [InlineData("attempts: 2, retryOn: gateway-error", 500)]
    [InlineData("attempts: 2, retryOn: 5xx", 404)]
    [InlineData("attempts: 2", 503)] // Istio's default: a pod's own 503 is an answer
    [InlineData("attempts: 0", 503)]
    public async Task Another_answer_is_passed_on(string retries, int status)
    {
        await using var mesh = await WithRetriesAsync(retries);
        var pod = await mesh.UsePodAsync(TestPod.Failing(9, context => context.Response.StatusCode = status));

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Null(answer.Header("x-color-mesh-flag"));
        Assert.Equal(1, pod.Requests);
    }

    [Fact]
    public async Task Out_of_tries_the_last_answer_is_passed_on_as_it_is()
    {
        await using var mesh = await WithRetriesAsync("attempts: 3, retryOn: 5xx");
        var pod = await mesh.UsePodAsync((context, number) =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["x-number"] = $"{number}";
            return context.Response.WriteAsync("broken");
        });

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(4, pod.Requests);
        Assert.Equal("4", answer.Header("x-number"));
        Assert.Equal("broken", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("URX", answer.Header("x-color-mesh-flag"));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("5xx")]
    public async Task A_reset_is_tried_again(string retryOn)
    {
        await using var mesh = await WithRetriesAsync($"attempts: 1, retryOn: {retryOn}");
        var pod = await mesh.UsePodAsync(TestPod.Failing(1, context => context.Abort()));

        Assert.Equal("answer 2", await mesh.Client.GetStringAsync("/", Stop));
        Assert.Equal(2, pod.Requests);
    }

    [Theory]
    [InlineData("unavailable", "14")]
    [InlineData("cancelled", "1")]
    [InlineData("deadline-exceeded", "4")]
    [InlineData("resource-exhausted", "8")]
    [InlineData("internal", "13")]
    public async Task A_gRPC_status_in_the_headers_counts(string retryOn, string status)
    {
        await using var mesh = await WithRetriesAsync($"attempts: 1, retryOn: {retryOn}");
        var pod = await mesh.UsePodAsync(
            TestPod.Failing(1, context => context.Response.Headers["grpc-status"] = status));

        Assert.Equal("answer 2", await mesh.Client.GetStringAsync("/", Stop));
        Assert.Equal(2, pod.Requests);
    }

    [Fact]
    public async Task Each_try_tells_the_pod_its_number()
    {
        await using var mesh = await WithRetriesAsync("attempts: 2, retryOn: 5xx");
        List<string> numbers = [];
        await mesh.UsePodAsync((context, number) =>
        {
            numbers.Add(context.Request.Headers["x-envoy-attempt-count"].ToString());
            context.Response.StatusCode = number < 3 ? 500 : 200;
            return Task.CompletedTask;
        });

        await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(["1", "2", "3"], numbers);
    }

    [Fact]
    public async Task A_small_body_is_sent_again()
    {
        await using var mesh = await WithRetriesAsync("attempts: 1, retryOn: 5xx");
        var pod = await mesh.UsePodAsync(TestPod.Failing(1, context => context.Response.StatusCode = 500));

        using var answer = await mesh.Client.PostAsync("/x", new StringContent("the body"), Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["POST /x the body", "POST /x the body"], pod.Seen);
    }

    [Fact]
    public async Task A_streamed_body_is_sent_again_while_it_is_small()
    {
        await using var mesh = await WithRetriesAsync("attempts: 1, retryOn: 5xx");
        var pod = await mesh.UsePodAsync(TestPod.Failing(1, context => context.Response.StatusCode = 500));
        mesh.Client.DefaultRequestHeaders.TransferEncodingChunked = true;

        using var answer = await mesh.Client.PostAsync("/", new StringContent("streamed"), Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["POST / streamed", "POST / streamed"], pod.Seen);
    }

    [Fact]
    public async Task A_large_body_is_sent_once()
    {
        await using var mesh = await WithRetriesAsync("attempts: 1, retryOn: 5xx");
        var pod = await mesh.UsePodAsync(TestPod.Failing(1, context => context.Response.StatusCode = 500));
        var large = new string('x', 100_000);

        using var answer = await mesh.Client.PostAsync("/", new StringContent(large), Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal($"POST / {large}", Assert.Single(pod.Seen));
    }

    [Fact]
    public async Task An_overloaded_upstream_is_left_alone()
    {
        await using var mesh = await WithRetriesAsync("attempts: 2, retryOn: 5xx");
        var pod = await mesh.UsePodAsync(TestPod.Failing(9, context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["x-envoy-overloaded"] = "true";
        }));

        await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(1, pod.Requests);
    }

    [Fact]
    public async Task A_connection_that_fails_in_one_cluster_is_tried_in_the_other()
    {
        await using var mesh = await TestMesh.WithRulesAsync("  - {route: [{destination: {host: color-svc}}]}");
        mesh.UsePod("armadillo", TestMesh.ClosedAddress());

        for (var request = 0; request < 20; request++)
        {
            Assert.StartsWith("bison ", await mesh.Client.GetStringAsync("/", Stop));
        }
    }

    [Fact]
    public async Task A_pod_behind_the_other_gateway_that_cannot_be_reached_is_a_connect_failure_too()
    {
        await using var mesh = await TestMesh.WithRulesAsync("  - {route: [{destination: {host: color-svc}}]}");
        mesh.UsePod("bison", TestMesh.ClosedAddress());

        for (var request = 0; request < 20; request++)
        {
            Assert.StartsWith("armadillo ", await mesh.Client.GetStringAsync("/", Stop));
        }
    }

    private static Task<TestMesh> WithRetriesAsync(string retries) => TestMesh.WithRulesAsync(
        $"  - {{retries: {{{retries}}}, route: [{{destination: {{host: color-svc, subset: armadillo}}}}]}}");
}
