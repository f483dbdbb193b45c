using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Launcher;

/// <summary>The whole demo, from its manifests to the last process that it stops.</summary>
internal static class Demo
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    /// <returns>The exit code: 0 after a stop that was asked for, 1 when the demo could not start.</returns>
    public static async Task<int> RunAsync(UpSettings settings, CancellationToken stop)
    {
        MeshSockets.PreferInline();
        var report = Report.ToConsole(settings.PodLogs);
        try
        {
            await RunAsync(settings, report, stop);
            return 0;
        }
        catch (CannotStartException cannot)
        {
            report.Error(cannot.Message);
        }
        catch (ManifestException refused)
        {
            report.NotStarted(refused);
        }

        return 1;
    }

    private static async Task RunAsync(UpSettings settings, Report report, CancellationToken stop)
    {
        var folders = ManifestFolders.Find(settings.Manifests, settings.Scenario);
        var manifests = DemoManifests.Read(folders);
        var (gridPort, ports) = PlanPorts(settings.Ports, [.. folders.Layers.Keys]);
        var mesh = new MeshState([.. ports.Select(one =>
            new MeshCluster(one.Key, ManifestSet.Empty, [], $"localhost:{one.Value.EastWest}"))]);

        using var credentials = new ApiCredentials();
        using var kubeconfig = new Kubeconfig(ports, manifests.Namespace, credentials);
        var placement = new PodPlacement(gridPort, GridEnvironment(ports, kubeconfig));
        var store = new MeshStore(mesh, [.. ports.Keys], check: whole => PodSpecReader.Read(whole));
        await using var running = new RunningDemo(
            folders, store, mesh, placement, report, settings.Save);
        running.Use(manifests);
        running.StartPods();
        await running.StartServersAsync(ports, credentials);

        if (await running.WaitUntilReadyAsync(LongestStart, stop))
        {
            report.Running(new(ports, running.Pods, manifests.Split, kubeconfig.Path));
            await running.FollowAsync(stop);
        }

        report.Stopping();
    }

    private static (int GridPort, IReadOnlyDictionary<string, ClusterPorts> Ports) PlanPorts(
        FirstPorts first, IReadOnlyList<string> clusters)
    {
        var (grid, planned) = LocalPorts.Plan(first, clusters);
        return (grid, clusters.Zip(planned).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    /// <summary>There is no cluster DNS here, so the page gets the addresses that this machine has opened.</summary>
    private static Dictionary<string, string> GridEnvironment(
        IReadOnlyDictionary<string, ClusterPorts> ports, Kubeconfig kubeconfig) => new()
        {
            ["GRID_GATEWAYS"] = Gateways(ports),
            ["GRID_BROWSER_GATEWAYS"] = Gateways(ports), // the browser runs on this machine too
            ["KUBECONFIG"] = kubeconfig.Path,
        };

    private static string Gateways(IReadOnlyDictionary<string, ClusterPorts> ports) =>
        string.Join(',', ports.Select(one => $"{one.Key}=http://localhost:{one.Value.Ingress}"));
}
