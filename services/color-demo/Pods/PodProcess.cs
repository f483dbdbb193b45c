using System.Diagnostics;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Launcher.Pods;

/// <summary>Keeps one pod's process running, watches its readiness, and starts it again when it exits.</summary>
/// <param name="changed">Called whenever the pod became ready or stopped being it.</param>
internal sealed class PodProcess(
    string cluster, PodSpec spec, PodPlacement placement, Action changed, Report report) : IAsyncDisposable
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Drain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Pod? _pod;
    private Task _running = Task.CompletedTask;

    public PodSpec Spec => spec;

    /// <summary>As the mesh sees it; null while no process runs.</summary>
    public Pod? Pod => _pod;

    /// <summary>Completes when the pod is ready for the first time.</summary>
    public Task Ready => _ready.Task;

    public void Start() => _running = RunAsync();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
    }

    private async Task RunAsync()
    {
        var backOff = TimeSpan.FromMilliseconds(250);
        while (!_stopping.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var (exitCode, lastWords) = await RunOnceAsync();
            if (Stopwatch.GetElapsedTime(started) > LongestBackOff)
            {
                backOff = TimeSpan.FromMilliseconds(250);
            }

            await Task.Delay(backOff, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stopping.IsCancellationRequested)
            {
                report.PodExited(cluster, spec.Name, exitCode, lastWords);
                backOff = backOff * 2 < LongestBackOff ? backOff * 2 : LongestBackOff;
            }
        }
    }

    private async Task<(int ExitCode, IReadOnlyList<string> LastWords)> RunOnceAsync()
    {
        var ports = placement.Ports(spec);
        using var process = new Process { StartInfo = PodStart.Of(spec, ports, placement) };
        var output = new PodOutput(process, line => report.PodSaid(cluster, spec.Name, line));
        process.Start();
        output.Begin();
        _pod = new(spec.Name, spec.Workload, spec.Namespace, spec.Labels, Addresses(ports), IsReady: false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var probing = ReadinessProbe.RunAsync(spec.Readiness, ports, SetReady, ended.Token);

        await process.WaitForExitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended.CancelAsync();
        await probing;
        SetReady(false);
        await StopAsync(process);
        _pod = null;
        return (process.ExitCode, output.LastLines);
    }

    private void SetReady(bool isReady)
    {
        if (_pod is { } pod && pod.IsReady != isReady)
        {
            _pod = pod with { IsReady = isReady };
            changed();
        }

        if (isReady)
        {
            _ready.TrySetResult();
        }
    }

    /// <summary>Closes the lifeline, which lets requests under way finish; kills what does not stop in time.</summary>
    private static async Task StopAsync(Process process)
    {
        await Task.Delay(Drain); // for requests that drew this pod a moment ago and are not with it yet
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(LongestStop);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>By the number that the container uses, and by name: a Service's targetPort may be either.</summary>
    private Dictionary<string, string> Addresses(IReadOnlyDictionary<string, int> local)
    {
        Dictionary<string, string> addresses = [];
        foreach (var (name, number) in spec.Ports)
        {
            addresses[name] = addresses[$"{number}"] = $"127.0.0.1:{local[name]}";
        }

        return addresses;
    }
}
