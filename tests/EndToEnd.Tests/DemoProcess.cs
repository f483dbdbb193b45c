using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>The real launcher as a process, on free ports.</summary>
public sealed partial class DemoProcess : IAsyncDisposable
{
    private static readonly string[] PortOptions =
        ["--grid-port", "--ingress-port", "--east-west-port", "--api-port", "--in-mesh-port"];

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private DemoProcess(string manifests, params string[] more)
    {
        _process = new()
        {
            StartInfo = new("dotnet",
            [
                "exec", Repository.Launcher, "--manifests", manifests,
                .. PortOptions.Except(more).SelectMany(option => (string[])[option, "0"]), .. more,
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the demo and waits until its table is printed.</summary>
    public static async Task<DemoProcess> StartAsync(string manifests, params string[] more)
    {
        var demo = Launch(manifests, more);
        await Eventually.HoldsAsync(() => demo.HasExited || demo.Output.Contains("Ctrl-C", StringComparison.Ordinal),
            "the demo is ready", seconds: 60);
        Assert.False(demo.HasExited, demo.Output);
        return demo;
    }

    /// <summary>Starts the demo and waits for nothing.</summary>
    public static DemoProcess Launch(string manifests, params string[] more) => new(manifests, more);

    /// <summary>The address of the page, for example <c>http://localhost:8080</c>.</summary>
    public Uri Grid => new(GridLine.Match(Output).Groups[1].Value);

    /// <summary>The kubeconfig that the demo writes for its run.</summary>
    public string Kubeconfig => KubeconfigLine.Match(Output).Groups[1].Value;

    public Uri Ingress(string cluster) => Row(cluster, "ingress gateway");

    public Uri Api(string cluster) => Row(cluster, "Kubernetes API");

    public Task WaitForOutputAsync(string text, int seconds = 20) =>
        Eventually.HoldsAsync(
            () => Output.Contains(text, StringComparison.Ordinal),
            $"the demo prints '{text}'; it printed:\n{Output}",
            seconds);

    public async Task WaitForExitAsync()
    {
        await Eventually.HoldsAsync(() => _process.HasExited, "the demo exits");
        await _process.WaitForExitAsync(); // and its last output is read
    }

    /// <param name="signal"><c>TERM</c> or <c>KILL</c>.</param>
    public void Signal(string signal) => Processes.Signal(Id, signal);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal("TERM");
            await WaitForExitAsync();
        }

        _process.Dispose();
    }

    private Uri Row(string cluster, string what) =>
        new(Regex.Match(Output, $@"{cluster} +│ {what} +│ +│ (https?://\S+)").Groups[1].Value);

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    [GeneratedRegex(@"export KUBECONFIG=(\S+)")]
    private static partial Regex KubeconfigLine { get; }

    [GeneratedRegex(@"Watch +(http://\S+)")]
    private static partial Regex GridLine { get; }
}
