using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>How pods end, and what is known of it afterwards.</summary>
public class PodEndTests
{
    private const string Page = "color-grid";

    [Fact]
    public async Task A_pod_that_crashed_is_the_same_pod_and_tells_how_it_ended()
    {
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests);
        var kubectl = new Kubectl(demo.Kubeconfig, "armadillo");
        var process = await Pod("{.status.containerStatuses[0].containerID}");

        Processes.Signal(int.Parse(process["process://".Length..], CultureInfo.InvariantCulture), "KILL");

        await Eventually.HoldsAsync(
            async () => await Pod("{.status.containerStatuses[0].restartCount}") == "1", "it runs again");
        Assert.Equal("137 Error", await Pod(
            "{.status.containerStatuses[0].lastState.terminated['exitCode','reason']}"));
        Assert.NotEqual(process, await Pod("{.status.containerStatuses[0].containerID}"));
        Assert.Contains("Listening", await kubectl.RunAsync("logs", "color-svc-v1-0", "--previous"));
        Assert.Contains("BackOff", await kubectl.RunAsync("describe", "pod", "color-svc-v1-0"));

        Task<string> Pod(string path) => kubectl.RunAsync("get", "pod", "color-svc-v1-0", "-o", $"jsonpath={path}");
    }

    [Fact]
    public async Task The_page_keeps_its_port_when_its_pod_is_replaced()
    {
        var port = FreePort();
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests, "--grid-port", $"{port}");
        var kubectl = new Kubectl(demo.Kubeconfig, "armadillo");

        await kubectl.RunAsync("delete", "pod", $"{Page}-0");
        await kubectl.RunAsync("rollout", "status", $"deployment/{Page}", "--timeout=60s");

        Assert.Equal($"127.0.0.1:{port}", await kubectl.RunAsync(
            "get", "endpoints", Page, "-o", "jsonpath={.subsets[0].addresses[0].ip}:{.subsets[0].ports[0].port}"));
        using var page = new HttpClient();
        Assert.True((await page.GetAsync(demo.Grid, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_pod_that_is_deleted_without_grace_ends_at_once()
    {
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests);
        var kubectl = new Kubectl(demo.Kubeconfig, "bison");

        await kubectl.RunAsync("delete", "pod", "color-svc-v1-0", "--grace-period=0", "--force");
        await kubectl.RunAsync("wait", "--for=delete", "pod/color-svc-v1-0", "--timeout=60s");
        await kubectl.RunAsync("rollout", "status", "deployment/color-svc-v1", "--timeout=60s");

        Assert.Equal("color-svc-v1-1 color-svc-v1-2", await kubectl.RunAsync(
            "get", "pods", "-l", "app=color-svc", "-o", "jsonpath={.items[*].metadata.name}"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
