using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests;

public class PodReplacementTests
{
    [Fact]
    public Task More_replicas_are_started_and_fewer_are_stopped_without_a_failed_request() =>
        UnderLoadAsync(async (manifests, demo, colors) =>
        {
            EditableManifests.Edit(manifests.Deployment, "replicas: 2", "replicas: 3");
            await Eventually.HoldsAsync(
                async () => (await colors.AskAsync()).Pod == "color-svc-v1-2", "the third pod answers");
            EditableManifests.Edit(manifests.Deployment, "replicas: 3", "replicas: 1");
            await Eventually.HoldsAsync(
                () => Processes.ChildrenOf(demo.Id).Count == 3, "one pod a cluster and the grid are left");
        });

    [Fact]
    public Task Pods_are_replaced_by_changed_ones_without_a_failed_request() =>
        UnderLoadAsync(async (manifests, demo, colors) =>
        {
            EditableManifests.Edit(manifests.ArmadilloColors, "DISABLE_GREEN: \"true\"", "DISABLE_GREEN: \"false\"");
            await Eventually.HoldsAsync(
                async () => (await colors.AskAsync("/armadillo")).Family == "green", "a new pod answers");
            await Eventually.HoldsAsync(() => Processes.ChildrenOf(demo.Id).Count == 5, "the old pods are gone");
        });

    [Fact]
    public Task A_change_that_no_pod_survives_costs_no_request_and_undoing_it_undoes_it() =>
        UnderLoadAsync(async (manifests, demo, colors) =>
        {
            EditableManifests.Edit(manifests.ArmadilloColors, "DISABLE_RED: \"true\"", "DISABLE_RED: maybe");
            await demo.WaitForOutputAsync("exited with 1; starting it again");
            await demo.WaitForOutputAsync("DISABLE_RED"); // its last words come behind
            EditableManifests.Edit(manifests.ArmadilloColors, "DISABLE_RED: maybe", "DISABLE_RED: \"true\"");
            await Eventually.HoldsAsync(() => Processes.ChildrenOf(demo.Id).Count == 5, "only the old pods are left");

            Assert.Equal(["armadillo"], (await colors.CountClustersAsync(50, "/armadillo")).Keys);
        });

    [Theory]
    [InlineData("replicas: 2", "replicas: -1", "spec.replicas: -1 is not a whole number from 0 to 20")]
    [InlineData("path: /readyz", "path: readyz", "the path starts with a slash")]
    [InlineData("image: color-svc", "image: other", "'other' does not run here; known are color-svc, color-grid")]
    [InlineData("name: POD_NAME\n", "value: x\n", "'' cannot be an environment variable")]
    public async Task A_Deployment_that_cannot_run_here_is_refused_and_the_pods_stay(
        string good, string bad, string why)
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        var pods = Processes.ChildrenOf(demo.Id);

        EditableManifests.Edit(manifests.Deployment, good, bad);
        await demo.WaitForOutputAsync("the last good manifests stay in force");

        Assert.Matches(@"deployment\.yaml:\d+: spec\.", demo.Output);
        Assert.Contains(why, demo.Output);
        Assert.Equal(pods, Processes.ChildrenOf(demo.Id));
    }

    /// <summary>Changes manifests while requests run, each of which has to be answered by a color.</summary>
    private static async Task UnderLoadAsync(Func<EditableManifests, DemoProcess, Colors, Task> change)
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        using var colors = new Colors(demo.Ingress("armadillo"));
        using var done = new CancellationTokenSource();
        var load = colors.LoadAsync(done.Token);

        await change(manifests, demo, colors);

        await done.CancelAsync();
        Assert.True(await load > 0);
    }
}
