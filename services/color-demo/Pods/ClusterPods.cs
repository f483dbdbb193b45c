using ColorDemo.Launcher.Objects;
using ColorDemo.Launcher.Rollouts;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;

namespace ColorDemo.Launcher.Pods;

/// <summary>
/// Makes one cluster's pods those that its Deployments want, and tells the mesh and the store of them.
/// </summary>
internal sealed class ClusterPods : IAsyncDisposable
{
    /// <summary>How often time alone is asked whether a rollout got on, or is stuck.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly string _cluster;
    private readonly MeshStore _store;
    private readonly Report _report;
    private readonly PublishedPods _published;
    private readonly PodNode _node;
    private readonly ClusterObjects _objects;
    private readonly Dictionary<(string Namespace, string Name), DeploymentPods> _deployments = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyList<PodProcess> _processes = [];
    private (ManifestSet Manifests, IReadOnlyList<DeploymentSpec> Deployments) _read = (ManifestSet.Empty, []);
    private Task _running = Task.CompletedTask;

    public ClusterPods(
        string cluster, MeshStore store, PodLogs logs, PodPlacement placement, MeshState mesh, Report report)
    {
        (_cluster, _store, _report, _published) = (cluster, store, report, new(cluster, mesh, () => _processes));
        _node = new(cluster, placement, logs, new(cluster), report, () =>
        {
            _published.Update();
            _changed.TrySetResult();
        });
        _objects = new(cluster, store, logs, _node.Events);
    }

    /// <summary>All that have not gone yet.</summary>
    public IReadOnlyList<PodProcess> Processes => _processes;

    /// <summary>Completes as soon as every Deployment has the ready pods that it wants.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Starts the pods that the store's Deployments want now, and follows them from then on.</summary>
    public void Start()
    {
        var (version, isSettled) = Pass();
        _running = FollowAsync(version, isSettled);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        await Task.WhenAll(_processes.Select(process => process.DisposeAsync().AsTask()));
        _stopping.Dispose();
    }

    private async Task FollowAsync(long version, bool isSettled)
    {
        while (!_stopping.IsCancellationRequested)
        {
            using var waited = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            await Task.WhenAny(
                _changed.Task,
                _store.LogOf(_cluster).GrownAfter(version),
                Task.Delay(isSettled ? Timeout.InfiniteTimeSpan : Tick, waited.Token));
            await waited.CancelAsync();
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            try
            {
                (version, isSettled) = Pass();
            }
            catch (Exception defect)
            {
                // Whatever somebody wrote, the other pods must go on.
                _report.Error($"color-demo has a defect, and the pods of {_cluster} stay as they are: {defect}");
                (version, isSettled) = (_store.StateOf(_cluster).Version, false);
            }
        }
    }

    /// <returns>The version of the store that it knew, and whether nothing is left to wait for.</returns>
    private (long Version, bool IsSettled) Pass()
    {
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously); // before anything is looked at
        var (state, now) = (_store.StateOf(_cluster), DateTimeOffset.UtcNow);
        var wanted = Read(state.Manifests);
        EndDeleted(state);
        foreach (var deployment in wanted)
        {
            _deployments.TryAdd((deployment.Namespace, deployment.Name), new(_node));
        }

        foreach (var (name, pods) in _deployments)
        {
            pods.Step(wanted.FirstOrDefault(one => (one.Namespace, one.Name) == name), now);
        }

        _processes = [.. _deployments.Values.SelectMany(one => one.Processes)];
        _published.Update();
        List<(DeploymentSpec Wanted, IReadOnlyList<RolloutPod> Pods)> rollouts =
            [.. wanted.Select(one => (one, _deployments[(one.Namespace, one.Name)].Pods(one, now)))];
        _objects.Write(
            state, [.. _processes.Select(one => new RunningPod(one.Spec, one.State, one.Grace))], rollouts);
        if (rollouts.All(one => one.Pods.Count(pod => pod.IsReady) >= one.Wanted.Replicas))
        {
            _ready.TrySetResult();
        }

        return (state.Version, rollouts.All(one => one.Pods.All(pod => pod.IsAvailable && !pod.IsEnding)));
    }

    private IReadOnlyList<DeploymentSpec> Read(ManifestSet manifests)
    {
        if (manifests != _read.Manifests)
        {
            try
            {
                _read = (manifests, PodSpecReader.Read(manifests, _cluster));
            }
            catch (ManifestException refused)
            {
                _report.Refused(refused); // only without the store's check, which asks the same
                _read = (manifests, _read.Deployments);
            }
        }

        return _read.Deployments;
    }

    /// <summary>Whoever deletes a pod only marks its object.</summary>
    private void EndDeleted(ClusterState state)
    {
        foreach (var process in _processes)
        {
            if (state.Find(PodObject.KeyOf(process.Spec)) is { IsBeingDeleted: true } marked)
            {
                process.End(PodObject.GraceOf(marked) ?? process.Spec.Grace);
            }
        }
    }
}
