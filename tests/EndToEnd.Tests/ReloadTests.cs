using System.Diagnostics;

namespace ColorDemo.EndToEnd.Tests;

public class ReloadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_saved_weight_is_followed_within_a_second_and_no_request_fails_under_load()
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        using var colors = new Colors(demo.Ingress("armadillo"));
        using var done = new CancellationTokenSource();
        var load = Enumerable.Range(0, 8).Select(_ => colors.LoadAsync(done.Token)).ToList();
        Statistics.AssertShare((await colors.CountClustersAsync(500))["armadillo"], 500, 80);

        manifests.SwapWeights();
        var saved = Stopwatch.StartNew();
        await demo.WaitForOutputAsync("reloaded VirtualService color/color");
        var followed = saved.Elapsed;
        Statistics.AssertShare((await colors.CountClustersAsync(500))["armadillo"], 500, 20);

        await done.CancelAsync();
        var counts = await Task.WhenAll(load); // of answers, each a color
        Assert.All(counts, answered => Assert.True(answered > 100, $"{answered} answers"));
        Assert.True(followed < TimeSpan.FromSeconds(1), $"followed after {followed}");
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_its_line_and_the_old_split_stays()
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        using var colors = new Colors(demo.Ingress("armadillo"));
        using var api = new ApiClient(demo, "armadillo").WithToken();
        const string List = "/apis/networking.istio.io/v1/virtualservices";

        EditableManifests.Edit(manifests.SplitFile, "weight: 80", "weight: \"eighty\"");
        await demo.WaitForOutputAsync("the last good manifests stay in force");

        Assert.Contains(
            "virtual-service.yaml:21: spec.http[0].route[0].weight: \"eighty\" must be a whole number",
            demo.Output);
        Statistics.AssertShare((await colors.CountClustersAsync(500))["armadillo"], 500, 80);
        Assert.Contains("spec.http[0].route[0].weight", (await api.GetAsync(List, Stop)).Headers.Warning.ToString());

        EditableManifests.Edit(manifests.SplitFile, "\"eighty\"", "80");
        await demo.WaitForOutputAsync("good again");
        Assert.Empty((await api.GetAsync(List, Stop)).Headers.Warning);
    }
}
