using System.Diagnostics;
using ColorDemo.Launcher.Events;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Launcher.Pods;

/// <summary>Keeps one pod's process running, and starts it again when it exits, until the pod is told to end.</summary>
internal sealed class PodProcess(PodSpec spec, int number, PodNode node) : IAsyncDisposable
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(10);

    /// <summary>A stop of the whole demo is not held up for longer, whatever the pod's own grace is.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(8);

    private readonly Lock _changing = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationTokenSource _killing = new();
    private DateTimeOffset _deadline = DateTimeOffset.MaxValue;
    private volatile PodState _state = PodState.New(DateTimeOffset.UtcNow);
    private volatile Pod? _pod;
    private Task _running = Task.CompletedTask;

    public PodSpec Spec => spec;

    public int Number => number;

    public PodState State => _state;

    /// <summary>As the mesh sees it; null while no process runs.</summary>
    public Pod? Pod => _pod;

    /// <summary>How long the pod may take to end; known once it was told to.</summary>
    public TimeSpan Grace { get; private set; }

    /// <param name="variable">The one that says where the program listens.</param>
    /// <returns>For example <c>127.0.0.1:40123</c>; null before the first start, or without such a port.</returns>
    public string? AddressOf(string variable) => spec.Ports.Listeners.TryGetValue(variable, out var port)
        ? _state.Addresses.GetValueOrDefault(port)
        : null;

    public void Start()
    {
        node.Events.Scheduled(spec, node.Cluster);
        _running = RunAsync();
    }

    /// <summary>Takes the pod out of traffic at once, then lets requests under way finish.</summary>
    /// <param name="grace">What still runs after this is killed. Asked again, only a shorter time counts.</param>
    public void End(TimeSpan grace)
    {
        lock (_changing)
        {
            if (DateTimeOffset.UtcNow + grace >= _deadline)
            {
                return;
            }

            _deadline = DateTimeOffset.UtcNow + grace;
            Grace = grace;
        }

        if (!_state.IsEnding)
        {
            node.Events.Killing(spec);
        }

        Change(status => status with { IsEnding = true });
        _killing.CancelAfter(grace);
        _ending.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        End(spec.Grace < LongestStop ? spec.Grace : LongestStop);
        await _running;
        _ending.Dispose();
        _killing.Dispose();
    }

    private async Task RunAsync()
    {
        var backOff = FirstBackOff;
        while (!_ending.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var (run, exitCode, lastWords) = await RunOnceAsync();
            backOff = Stopwatch.GetElapsedTime(started) > LongestBackOff ? FirstBackOff : backOff;
            SetReady(false);
            var isKnown = _state.Ended?.ExitCode == exitCode; // and told: saying it again hides what else happens
            Change(status => status with
            {
                Running = null,
                Ended = new(run, exitCode, DateTimeOffset.UtcNow, backOff),
            });

            await Task.Delay(backOff, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_ending.IsCancellationRequested)
            {
                node.Report.PodExited(node.Cluster, spec.Name, exitCode, isKnown ? [] : lastWords);
                node.Events.BackingOff(spec);
                backOff = backOff * 2 < LongestBackOff ? backOff * 2 : LongestBackOff;
            }
        }

        node.Placement.Release(spec);
        Change(status => status with { HasGone = true });
    }

    private async Task<(ContainerRun Run, int ExitCode, IReadOnlyList<string> LastWords)> RunOnceAsync()
    {
        var ports = node.Placement.Ports(spec);
        var log = node.Logs.Begin(spec.Namespace, spec.Name);
        using var run = new PodRun(PodStart.Of(spec, ports, node.Placement), line =>
        {
            log.Append(line, DateTimeOffset.UtcNow);
            node.Report.PodSaid(node.Cluster, spec.Name, line);
        });
        var container = run.Start();
        node.Events.Started(spec);
        Change(status => status with
        {
            Running = container,
            Addresses = ports.ToDictionary(port => port.Key, port => $"127.0.0.1:{port.Value}"),
            Restarts = status.Restarts + (status.Ended is null ? 0 : 1),
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        var probing = ReadinessProbe.RunAsync(
            spec.Readiness, ports, SetReady, why => node.Events.Unhealthy(spec, why), stop.Token);

        await run.WaitForExitAsync(_ending.Token);
        await stop.CancelAsync();
        await probing;
        SetReady(false);
        var exitCode = await run.StopAsync(_killing.Token);
        log.Complete();
        return (container, exitCode, run.LastLines);
    }

    private void SetReady(bool isReady)
    {
        if (_state.IsReady != isReady)
        {
            Change(status => status with { IsReady = isReady, ReadySince = DateTimeOffset.UtcNow });
            if (isReady)
            {
                node.Report.PodReady(
                    node.Cluster, spec.Name, AddressOf(PodImage.HttpVariable), AddressOf(PodImage.AdminVariable));
            }
        }
    }

    private void Change(Func<PodState, PodState> change)
    {
        lock (_changing)
        {
            _state = change(_state);
            _pod = _state.Running is null ? null : SeenByTheMesh(_state);
        }

        node.Changed();
    }

    private Pod SeenByTheMesh(PodState status)
    {
        // By the number that the container uses, too: a Service's targetPort may be either.
        var addresses = new Dictionary<string, string>(status.Addresses);
        foreach (var (name, port) in spec.Ports.Numbers)
        {
            addresses[$"{port}"] = status.Addresses[name];
        }

        return new(spec.Name, spec.Workload, spec.Namespace, spec.Labels, addresses,
            status is { IsReady: true, IsEnding: false });
    }
}
