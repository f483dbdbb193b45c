using System.Net;
using System.Net.Sockets;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests;

public class LifeCycleTests
{
    private const int Pods = 5; // two of color-svc in each cluster, and the grid

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task No_process_outlives_the_launcher(string signal)
    {
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests);
        var pods = Processes.ChildrenOf(demo.Id);
        Assert.Equal(Pods, pods.Count);

        demo.Signal(signal);

        await demo.WaitForExitAsync();
        await Eventually.HoldsAsync(() => !pods.Any(Processes.IsRunning), $"all pods are gone after SIG{signal}");
        if (signal != "KILL")
        {
            Assert.Equal(0, demo.ExitCode);
        }
    }

    [Fact]
    public async Task A_pod_that_dies_is_started_again()
    {
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests);
        var before = Processes.ChildrenOf(demo.Id);

        Processes.Signal(before[0], "KILL");

        await demo.WaitForOutputAsync("exited with 137; starting it again");
        await Eventually.HoldsAsync(() => Processes.ChildrenOf(demo.Id).Count == Pods, "the pod runs again");
        Assert.DoesNotContain(before[0], Processes.ChildrenOf(demo.Id));
    }

    [Fact]
    public async Task A_taken_port_is_told_with_its_owner_and_the_option_that_changes_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var demo = DemoProcess.Launch(Repository.Manifests, "--ingress-port", $"{port}");
        await demo.WaitForExitAsync();

        Assert.Equal(1, demo.ExitCode);
        Assert.Matches($"Port {port} for the ingress gateway of armadillo is taken: .* --ingress-port", demo.Output);
        // Another program may hold the next port, bison's, too: then that is told as well, and nothing else is.
        Assert.All(
            demo.Output.Trim().Split('\n'),
            line => Assert.Matches("^Port [0-9]+ for the ingress gateway of (armadillo|bison) is taken: ", line));
    }

    [Theory]
    [InlineData("--scenario", "nothing",
        "There is no scenario 'nothing'. --scenario takes one of: abort-half, all-armadillo")]
    [InlineData("--grid-port", "many", "--grid-port many: a port is a whole number")]
    [InlineData("--grid-prot", "1", "--grid-prot")]
    public async Task A_wrong_option_is_told_and_nothing_starts(string option, string value, string told)
    {
        await using var demo = DemoProcess.Launch(Repository.Manifests, option, value);
        await demo.WaitForExitAsync();

        Assert.Equal(1, demo.ExitCode);
        Assert.Contains(told, demo.Output);
    }

    [Fact]
    public async Task Broken_manifests_stop_the_start_and_every_problem_is_told()
    {
        using var manifests = new EditableManifests();
        EditableManifests.Edit(manifests.SplitFile, "weight", "wait");

        await using var demo = DemoProcess.Launch(manifests.Path);
        await demo.WaitForExitAsync();

        Assert.Equal(1, demo.ExitCode);
        Assert.Contains("virtual-service.yaml:21: spec.http[0].route[0].wait: there is no field 'wait'", demo.Output);
        Assert.Contains("virtual-service.yaml:27: spec.http[0].route[1].wait: there is no field 'wait'", demo.Output);
        Assert.Contains("nothing was started", demo.Output);
    }

    [Fact]
    public async Task A_scenario_lies_over_the_manifests()
    {
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests, "--scenario", "all-bison");
        using var colors = new Colors(demo.Ingress("armadillo"));

        Assert.Equal(["bison"], (await colors.CountClustersAsync(50)).Keys);
        Assert.Equal(["armadillo"], (await colors.CountClustersAsync(50, "/armadillo")).Keys);
    }
}
