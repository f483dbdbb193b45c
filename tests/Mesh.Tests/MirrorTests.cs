using System.Net;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

public class MirrorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_looks_like_the_request_and_its_answer_is_nobodys()
    {
        await using var mesh = await WithMirrorAsync("mirrorPercentage: {value: 100}");
        var copies = await mesh.UsePodAsync((context, _) => context.Response.WriteAsync("never seen"));

        var answer = await (await mesh.Client.PostAsync("/a/x?q=1", new StringContent("body"), Stop))
            .Content.ReadAsStringAsync(Stop);

        Assert.StartsWith("bison POST /b/x?q=1", answer);
        await copies.HasAsync(1);
        Assert.Equal(["POST /b/x body"], copies.Seen);
        Assert.Equal(mesh.Client.BaseAddress!.Authority, copies.LastHost);
    }

    [Fact]
    public async Task A_mirror_that_hangs_or_fails_disturbs_nobody()
    {
        await using var mesh = await WithMirrorAsync("mirrorPercentage: {value: 100}");
        await mesh.UsePodAsync(TestPod.HangAsync);
        Assert.StartsWith("bison ", await mesh.Client.GetStringAsync("/a", Stop));

        mesh.UsePod("armadillo", TestMesh.ClosedAddress());
        Assert.StartsWith("bison ", await mesh.Client.GetStringAsync("/a", Stop));

        mesh.UsePod("armadillo", null);
        Assert.StartsWith("bison ", await mesh.Client.GetStringAsync("/a", Stop));
    }

    [Fact]
    public async Task A_mirror_of_0_percent_gets_nothing()
    {
        await using var mesh = await WithMirrorAsync("mirrorPercentage: {value: 0}");
        var copies = await mesh.UsePodAsync((_, _) => Task.CompletedTask);

        await mesh.Client.GetStringAsync("/a", Stop);
        mesh.Use(Rules("mirrorPercentage: {value: 100}"));
        await mesh.Client.GetStringAsync("/a/second", Stop);

        await copies.HasAsync(1);
        Assert.Equal(["GET /b/second"], copies.Seen);
    }

    [Fact]
    public async Task A_request_is_copied_once_however_often_it_is_tried()
    {
        await using var mesh = await TestMesh.WithRulesAsync("""
              - retries: {attempts: 2, retryOn: 5xx}
                route: [{destination: {host: color-svc, subset: armadillo}}]
                mirrors: [{destination: {host: color-svc, subset: armadillo}, percentage: {value: 100}}]
            """);
        var pod = await mesh.UsePodAsync(TestPod.Failing(9, context => context.Response.StatusCode = 500));

        using var answer = await mesh.Client.PostAsync("/", new StringContent("b"), Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        await pod.HasAsync(4);
    }

    private static Task<TestMesh> WithMirrorAsync(string percentage) =>
        TestMesh.StartAsync(Rules(percentage));

    private static string Rules(string percentage) => TestMesh.VirtualService($$"""
          - match: [{uri: {prefix: /a} }]
            rewrite: {uri: /b}
            route: [{destination: {host: color-svc, subset: bison} }]
            mirror: {host: color-svc, subset: armadillo}
            {{percentage}}
        """);
}
