using System.Net;
using System.Net.Http.Headers;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>What becomes of changes that come over the API: <c>up --save</c> and <c>color-demo diff</c>.</summary>
public class SavingTests
{
    private const string Patch =
        """[{"op": "replace", "path": "/spec/http/0/route/0/weight", "value": 15}]""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_save_a_change_is_written_into_its_file_and_nothing_else_of_it_changes()
    {
        using var manifests = new EditableManifests();
        var before = await File.ReadAllLinesAsync(manifests.SplitFile, Stop);
        await using var demo = await DemoProcess.StartAsync(manifests.Path, "--save");
        var (armadillo, bison) = (new Kubectl(demo.Kubeconfig, "armadillo"), new Kubectl(demo.Kubeconfig, "bison"));

        await armadillo.RunAsync("patch", "virtualservice", "color", "--type", "json", "-p", Patch);
        await demo.WaitForOutputAsync("saved VirtualService color/color");

        var after = await File.ReadAllLinesAsync(manifests.SplitFile, Stop);
        Assert.Equal(before.Length, after.Length);
        var changed = Assert.Single(before.Zip(after), pair => pair.First != pair.Second);
        Assert.Equal(changed.First.Replace("80", "15", StringComparison.Ordinal), changed.Second);
        await Eventually.HoldsAsync(
            async () => await WeightAsync(bison) == "15", "bison reads the same file, and follows");
        Assert.Equal("15", await WeightAsync(armadillo));
    }

    [Fact]
    public async Task Of_two_changes_in_quick_succession_the_second_stays_and_is_saved()
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path, "--save");
        using var api = new ApiClient(demo, "armadillo").WithToken();
        for (var pause = 5; pause < 45; pause++) // before, while and after the file is read again
        {
            await PatchAsync(api, weight: 200);
            await Task.Delay(TimeSpan.FromMilliseconds(pause), Stop);
            await PatchAsync(api, weight: 1000 + pause);
            await Eventually.HoldsAsync(
                async () => (await File.ReadAllTextAsync(manifests.SplitFile, Stop))
                    .Contains($"weight: {1000 + pause}"),
                $"the change that came {pause} ms after another one is saved");
        }

        Assert.Equal("1044", await WeightAsync(new(demo.Kubeconfig, "armadillo")));
    }

    [Fact]
    public async Task Without_save_the_files_stay_as_they_are_and_the_difference_is_printed()
    {
        using var manifests = new EditableManifests();
        var before = await File.ReadAllTextAsync(manifests.SplitFile, Stop);
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        var armadillo = new Kubectl(demo.Kubeconfig, "armadillo");
        var same = await DiffAsync(demo, manifests);

        await armadillo.RunAsync("patch", "virtualservice", "color", "--type", "json", "-p", Patch);
        await armadillo.RunAsync("delete", "destinationrule", "color-svc");
        await armadillo.RunAsync("apply", "-f", Path.Combine(Repository.Root, "tests/EndToEnd.Tests/Kubectl/new.yaml"));
        var told = await DiffAsync(demo, manifests);

        Assert.Equal((0, ""), (same.ExitCode, same.Output));
        Assert.Equal(1, told.ExitCode);
        Assert.Matches(
            @"--- \S*virtual-service\.yaml:\d+\n\+\+\+ armadillo VirtualService color/color \(kubectl-patch\)",
            told.Output);
        Assert.Matches(@"\n-\s+weight: 80\n\+\s+weight: 15\n", told.Output);
        Assert.Contains("+++ armadillo DestinationRule color/color-svc (deleted)", told.Output);
        Assert.Contains("--- (in no file)\n+++ armadillo ConfigMap color/new (kubectl-client-side-apply)", told.Output);
        Assert.DoesNotContain("+++ bison", told.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(manifests.SplitFile, Stop));
    }

    [Fact]
    public async Task Without_a_running_demo_the_difference_cannot_be_told()
    {
        var told = await Launcher.RunAsync("", "diff", "--kubeconfig", "nowhere");

        Assert.Equal(2, told.ExitCode);
        Assert.Contains("Is the demo still running?", told.Errors);
    }

    private static Task<LauncherRun> DiffAsync(DemoProcess demo, EditableManifests manifests) =>
        Launcher.RunAsync("", "diff", "--kubeconfig", demo.Kubeconfig, "--manifests", manifests.Path);

    private static async Task PatchAsync(HttpClient api, int weight)
    {
        using var patch = new StringContent(
            Patch.Replace("15", $"{weight}", StringComparison.Ordinal),
            new MediaTypeHeaderValue("application/json-patch+json"));
        using var patched = await api.PatchAsync(
            new Uri("/apis/networking.istio.io/v1/namespaces/color/virtualservices/color", UriKind.Relative),
            patch, Stop);
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
    }

    private static Task<string> WeightAsync(Kubectl kubectl) => kubectl.RunAsync(
        "get", "virtualservice", "color", "-o", "jsonpath={.spec.http[0].route[0].weight}");
}
