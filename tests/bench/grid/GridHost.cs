using System.Diagnostics;
using ColorDemo.ColorService.Bench;
using ColorDemo.ColorService.Bench.Measuring;

namespace ColorDemo.Grid.Bench;

/// <summary>The host in a process of its own.</summary>
internal sealed class GridHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    private GridHost(Process process, int port) => (_process, Address) = (process, new($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    public ProcessTree Processes => ProcessTree.Of(_process.Id);

    /// <param name="folder">Where it was published to.</param>
    /// <param name="gateway">Of armadillo.</param>
    /// <param name="cores">Absent: all of them.</param>
    /// <param name="kubeconfig">Absent: no weights are declared.</param>
    public static async Task<GridHost> StartAsync(
        string folder, Uri gateway, Cores? cores, CancellationToken stop, string kubeconfig = "/dev/null")
    {
        var port = FreePorts.Next();
        var program = Path.Combine(folder, "ColorDemo.GridHost.dll");
        var (file, arguments) = cores?.ForServer("dotnet", [program]) ?? ("dotnet", [program]);
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["BIND_ADDRESS"] = "127.0.0.1",
                ["PORT"] = $"{port}",
                ["GRID_GATEWAYS"] = $"armadillo={gateway}",
                ["KUBECONFIG"] = kubeconfig,
            },
        };
        var host = new GridHost(Process.Start(start)!, port);
        host._process.OutputDataReceived += (_, _) => { };
        host._process.BeginOutputReadLine();
        await host.AwaitAsync(stop);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AwaitAsync(CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience;)
        {
            try
            {
                await http.GetStringAsync("healthz", stop);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, stop);
            }
        }

        throw new BenchException($"The host does not answer at {Address}.");
    }
}
