using System.Net;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>Every way in which kubectl changes a weight.</summary>
public sealed class WeightTests(KubectlDemo shared) : IClassFixture<KubectlDemo>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string, string> Patches => new()
    {
        {
            "json",
            """
            [{"op": "replace", "path": "/spec/http/0/route/0/weight", "value": 10},
             {"op": "replace", "path": "/spec/http/0/route/1/weight", "value": 90}]
            """
        },
        {
            "merge",
            """
            {"spec": {"http": [{"route": [
             {"destination": {"host": "color-svc", "subset": "armadillo"}, "weight": 10},
             {"destination": {"host": "color-svc", "subset": "bison"}, "weight": 90}]}]}}
            """
        },
    };

    [Theory, MemberData(nameof(Patches))]
    public async Task A_patch_changes_them(string type, string patch)
    {
        await shared.Armadillo.RunAsync("patch", "virtualservice", "color", "--type", type, "-p", patch);

        Assert.Equal("10 90", await shared.WeightsAsync());
    }

    [Fact]
    public async Task A_patch_to_a_subset_that_is_missing_is_told_to_kubectl_and_on_the_console()
    {
        const string Warning = "has no subset 'nosuch': requests get 503; known are armadillo, bison";

        var run = await shared.Armadillo.TryAsync("patch", "virtualservice", "color", "--type", "json", "-p",
            """[{"op": "replace", "path": "/spec/http/0/route/0/destination/subset", "value": "nosuch"}]""");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(Warning, run.Errors);
        await shared.Demo.WaitForOutputAsync(Warning);
    }

    [Fact]
    public async Task A_strategic_patch_of_an_Istio_object_is_refused_as_in_a_real_cluster()
    {
        var run = await shared.Armadillo.TryAsync("patch", "virtualservice", "color", "-p", """{"spec": {}}""");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("application/strategic-merge-patch+json is not supported", run.Errors);
        Assert.Equal("80 20", await shared.WeightsAsync());
    }

    [Fact]
    public async Task An_editor_changes_them()
    {
        var run = await shared.Armadillo.TryWithEditorAsync(
            "sed -i -e s/weight:.80/weight:\\ 33/ -e s/weight:.20/weight:\\ 67/", "edit", "virtualservice", "color");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains("edited", run.Output);
        Assert.Equal("33 67", await shared.WeightsAsync());
    }

    [Fact]
    public async Task A_patch_is_in_force_with_the_first_request_after_its_answer()
    {
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));
        foreach (var (first, second, cluster) in (IEnumerable<(int, int, string)>)
            [(0, 100, "bison"), (100, 0, "armadillo"), (0, 100, "bison")])
        {
            await shared.Armadillo.RunAsync("patch", "virtualservice", "color", "--type", "json", "-p",
                $$"""
                [{"op": "replace", "path": "/spec/http/0/route/0/weight", "value": {{first}}},
                {"op": "replace", "path": "/spec/http/0/route/1/weight", "value": {{second}}}]
                """);

            Assert.Equal([cluster], (await colors.CountClustersAsync(50)).Keys);
        }
    }

    [Fact]
    public async Task Each_cluster_has_weights_of_its_own()
    {
        using var armadillo = new Colors(shared.Demo.Ingress("armadillo"));
        using var bison = new Colors(shared.Demo.Ingress("bison"));

        await shared.Armadillo.RunAsync("apply", "-k", Scenario("all-armadillo"));
        await shared.Bison.RunAsync("apply", "-k", Scenario("all-bison"));

        Assert.Equal(["armadillo"], (await armadillo.CountClustersAsync(50)).Keys);
        Assert.Equal(["bison"], (await bison.CountClustersAsync(50)).Keys);
    }

    [Theory]
    [InlineData("abort-half")]
    [InlineData("all-armadillo")]
    [InlineData("all-bison")]
    [InlineData("header-canary")]
    [InlineData("split-50-50")]
    [InlineData("split-80-20")]
    public async Task Every_scenario_can_be_applied_to_either_cluster_and_a_second_time_changes_nothing(string name)
    {
        foreach (var kubectl in (Kubectl[])[shared.Armadillo, shared.Bison])
        {
            await kubectl.RunAsync("apply", "-k", Scenario(name));
            var again = await kubectl.RunAsync("apply", "-k", Scenario(name));

            Assert.Equal("virtualservice.networking.istio.io/color unchanged", again.Trim());
        }
    }

    [Fact]
    public async Task A_deleted_VirtualService_leaves_its_path_without_a_rule()
    {
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));

        await shared.Armadillo.RunAsync("delete", "virtualservice", "color");

        Assert.Equal(HttpStatusCode.NotFound, await colors.StatusAsync("/random"));
    }

    [Fact]
    public async Task A_diff_shows_the_weights_that_would_change_and_changes_nothing()
    {
        var run = await shared.Armadillo.TryAsync("diff", "-k", Scenario("split-50-50"));

        Assert.Equal(1, run.ExitCode); // as diff(1): there are differences
        Assert.Contains("-      weight: 80", run.Output);
        Assert.Contains("+      weight: 50", run.Output);
        Assert.DoesNotContain("origin", run.Output);
        Assert.Equal("80 20", await shared.WeightsAsync());
    }

    [Fact]
    public async Task A_dry_run_on_the_server_changes_nothing()
    {
        var told = await shared.Armadillo.RunAsync("apply", "-k", Scenario("all-bison"), "--dry-run=server");

        Assert.Contains("virtualservice.networking.istio.io/color configured (server dry run)", told);
        Assert.Equal("80 20", await shared.WeightsAsync());
    }

    [Fact]
    public async Task What_the_files_say_can_be_applied_and_is_there_already()
    {
        foreach (var (kubectl, cluster) in
            (IEnumerable<(Kubectl, string)>)[(shared.Armadillo, "armadillo"), (shared.Bison, "bison")])
        {
            var told = await kubectl.RunAsync(
                "apply", "-k", Path.Combine(shared.Manifests.Path, "clusters", cluster));

            Assert.All(told.Trim().Split('\n'), line => Assert.EndsWith(" unchanged", line));
        }
    }

    private string Scenario(string name) => Path.Combine(shared.Manifests.Path, "scenarios", name);
}
