using System.Diagnostics;
using System.Text.RegularExpressions;
using ColorDemo.ColorService.Bench;
using k8s;
using k8s.Models;

namespace ColorDemo.Grid.Bench;

/// <summary>The two clusters of <c>color-demo</c>, in processes of their own.</summary>
internal sealed partial class Demo : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Ports =
        ["--grid-port", "--ingress-port", "--east-west-port", "--api-port", "--in-mesh-port"];

    private readonly Process _process;
    private readonly List<string> _output = [];
    private Kubernetes? _api;

    private Demo(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Of armadillo.</summary>
    public Uri Gateway => new(GatewayLine.Match(Output).Groups[1].Value);

    public string Kubeconfig => KubeconfigLine.Match(Output).Groups[1].Value;

    private string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public static async Task<Demo> StartAsync(CancellationToken stop)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(own.Parent!.Parent!.FullName, "ColorDemo.Launcher", own.Name, "color-demo.dll");
        string[] arguments =
        [
            "exec", program, "--stop-with-parent", "--manifests", Repository.PathOf("manifests"),
            .. Ports.SelectMany(port => (string[])[port, "0"]),
        ];
        var demo = new Demo(new()
        {
            StartInfo = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        });
        for (var began = Stopwatch.GetTimestamp(); !demo.Output.Contains("Ctrl-C", StringComparison.Ordinal);)
        {
            if (demo._process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                var output = demo.Output;
                await demo.DisposeAsync();
                throw new BenchException($"color-demo does not start:\n{output}");
            }

            await Task.Delay(100, stop);
        }

        demo._api = new Kubernetes(KubernetesClientConfiguration.BuildConfigFromConfigFile(
            demo.Kubeconfig, "armadillo"));
        return demo;
    }

    /// <summary>As <c>kubectl patch</c> does it.</summary>
    public Task DeclareAsync(int armadillo, int bison, CancellationToken stop) =>
        _api!.CustomObjects.PatchNamespacedCustomObjectAsync(
            new V1Patch(
                $$"""
                [
                  {"op": "replace", "path": "/spec/http/0/route/0/weight", "value": {{armadillo}}},
                  {"op": "replace", "path": "/spec/http/0/route/1/weight", "value": {{bison}}}
                ]
                """,
                V1Patch.PatchType.JsonPatch),
            "networking.istio.io", "v1", "color", "virtualservices", "color", cancellationToken: stop);

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }

    [GeneratedRegex(@"export KUBECONFIG=(\S+)")]
    private static partial Regex KubeconfigLine { get; }

    [GeneratedRegex(@"armadillo +│ ingress gateway +│ +│ (http://\S+)")]
    private static partial Regex GatewayLine { get; }
}
