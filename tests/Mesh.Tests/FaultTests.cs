using System.Diagnostics;
using System.Net;

namespace ColorDemo.Mesh.Tests;

public class FaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delayed_request_is_forwarded_late_and_says_so()
    {
        await using var mesh = await WithFaultAsync("delay: {percentage: {value: 100}, fixedDelay: 0.05s}");
        var start = Stopwatch.GetTimestamp();

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(50));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("DI", answer.Header("x-color-mesh-flag"));
    }

    [Fact]
    public async Task Delay_and_abort_both_happen_and_both_are_flagged()
    {
        await using var mesh = await WithFaultAsync("""
            delay: {percentage: {value: 100}, fixedDelay: 0.01s},
            abort: {percentage: {value: 100}, httpStatus: 418}
            """);

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(418, (int)answer.StatusCode);
        Assert.Equal("DI,FI", answer.Header("x-color-mesh-flag"));
        Assert.Equal("fault filter abort", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("istio-envoy", answer.Header("server"));
    }

    [Fact]
    public async Task A_gRPC_status_is_sent_with_HTTP_200()
    {
        await using var mesh = await WithFaultAsync("abort: {percentage: {value: 100}, grpcStatus: UNAVAILABLE}");

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("14", answer.Header("grpc-status"));
        Assert.Equal("application/grpc", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task An_aborted_request_never_reaches_a_pod_and_is_not_retried()
    {
        await using var mesh = await WithFaultAsync("abort: {percentage: {value: 100}, httpStatus: 503}");
        var pod = await mesh.UsePodAsync((_, _) => Task.CompletedTask);

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(0, pod.Requests);
    }

    [Fact]
    public async Task Half_of_the_requests_are_aborted_at_50_percent()
    {
        await using var mesh = await WithFaultAsync("abort: {percentage: {value: 50}, httpStatus: 400}");
        var aborted = 0;

        for (var request = 0; request < 400; request++)
        {
            using var answer = await mesh.Client.GetAsync("/", Stop);
            aborted += answer.StatusCode == HttpStatusCode.BadRequest ? 1 : 0;
        }

        Assert.InRange(aborted, 130, 270); // seven standard deviations
    }

    [Fact]
    public async Task The_delay_does_not_count_for_the_timeout()
    {
        await using var mesh = await TestMesh.WithRulesAsync("""
              - fault: {delay: {percentage: {value: 100}, fixedDelay: 2s}}
                timeout: 1.5s
                route: [{destination: {host: color-svc, subset: armadillo}}]
            """);

        Assert.Equal(HttpStatusCode.OK, (await mesh.Client.GetAsync("/", Stop)).StatusCode);
    }

    private static Task<TestMesh> WithFaultAsync(string fault) => TestMesh.WithRulesAsync(
        $"  - {{fault: {{{fault.ReplaceLineEndings(" ")}}}, "
            + "route: [{destination: {host: color-svc, subset: armadillo}}]}");
}
