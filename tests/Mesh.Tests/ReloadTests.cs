using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

public class ReloadTests
{
    private static readonly string ToArmadillo = To("armadillo");
    private static readonly string ToBison = To("bison");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_reloads_under_load_fail_no_request_and_each_is_in_force_at_once()
    {
        await using var mesh = await TestMesh.WithRulesAsync(ToArmadillo);
        var toArmadillo = TestMesh.Read(TestMesh.VirtualService(ToArmadillo));
        var toBison = TestMesh.Read(TestMesh.VirtualService(ToBison));
        using var done = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(async _ =>
        {
            var answered = 0;
            for (; !done.IsCancellationRequested; answered++)
            {
                Assert.Contains(" GET /random", await mesh.Client.GetStringAsync("/random", Stop));
            }

            return answered;
        }).ToList();

        for (var reload = 0; reload < 1000; reload++)
        {
            var isBison = reload % 2 == 0;
            mesh.Use(isBison ? toBison : toArmadillo);
            Assert.StartsWith(
                isBison ? "bison" : "armadillo", await mesh.Client.GetStringAsync("/random", Stop));
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(load), answered => Assert.True(answered > 0));
    }

    [Fact]
    public async Task A_request_that_is_under_way_ends_by_the_rules_that_it_began_with()
    {
        await using var mesh = await TestMesh.WithRulesAsync(
            "  - {headers: {response: {set: {x-rules: old}}}, route: [{destination: {host: color-svc}}]}");
        var reloaded = new TaskCompletionSource();
        mesh.UsePod("bison", null);
        var pod = await mesh.UsePodAsync(async (context, _) =>
        {
            await reloaded.Task;
            await context.Response.WriteAsync("late");
        });
        var underWay = mesh.Client.GetAsync("/random", Stop);
        await pod.HasAsync(1);

        mesh.Use(TestMesh.VirtualService("  - {directResponse: {status: 418}}"));
        Assert.Equal(418, (int)(await mesh.Client.GetAsync("/random", Stop)).StatusCode);
        reloaded.SetResult();

        using var answer = await underWay;
        Assert.Equal("late", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("old", answer.Headers.GetValues("x-rules").Single());
    }

    private static string To(string subset) =>
        $"  - {{route: [{{destination: {{host: color-svc, subset: {subset}}}}}]}}";
}
