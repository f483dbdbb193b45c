using ColorDemo.Mesh.Proxy;

namespace ColorDemo.Launcher;

/// <summary>Makes a cluster's running pods those that its Deployments want, and tells the mesh about them.</summary>
internal sealed class ClusterPods(string cluster, PodPlacement placement, MeshState mesh, Report report)
    : IAsyncDisposable
{
    private readonly Lock _changing = new();
    private readonly List<PodProcess> _processes = [];
    private readonly List<Task> _retiring = [];

    public IReadOnlyList<PodProcess> Processes
    {
        get
        {
            lock (_changing)
            {
                return [.. _processes];
            }
        }
    }

    /// <summary>Starts what is missing, replaces what differs, retires what is not wanted any more.</summary>
    public void Apply(IReadOnlyList<PodSpec> wanted)
    {
        lock (_changing)
        {
            var unwanted = _processes.Where(one => wanted.All(spec => !IsSame(spec, one.Spec))).ToList();
            foreach (var spec in wanted.Where(spec => _processes.All(one => !IsSame(spec, one.Spec))))
            {
                var old = unwanted.Find(one => one.Spec.Name == spec.Name && one.Spec.Namespace == spec.Namespace);
                unwanted.RemoveAll(one => one == old);
                var next = new PodProcess(cluster, spec, placement, Publish, report);
                _processes.Add(next);
                _retiring.Add(ReplaceAsync(old, next));
            }

            _retiring.AddRange(unwanted.Select(RetireAsync));
            _retiring.RemoveAll(task => task.IsCompletedSuccessfully);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Apply([]);
        await Task.WhenAll(_retiring);
    }

    private static bool IsSame(PodSpec one, PodSpec other) =>
        one.Name == other.Name && one.Namespace == other.Namespace && one.Fingerprint == other.Fingerprint;

    /// <summary>The old pod serves until the new one is ready, unless both need the same port.</summary>
    private async Task ReplaceAsync(PodProcess? old, PodProcess next)
    {
        if (old is not null && PodPlacement.HasFixedPort(next.Spec))
        {
            await RetireAsync(old);
            old = null;
        }

        next.Start();
        if (old is not null)
        {
            await next.ReadyOrDisposed;
            await RetireAsync(old);
        }
    }

    private async Task RetireAsync(PodProcess process)
    {
        await process.DisposeAsync();
        lock (_changing)
        {
            _processes.Remove(process);
        }
    }

    private void Publish()
    {
        lock (_changing)
        {
            mesh.UsePods(cluster, [.. _processes.Select(one => one.Pod).OfType<Mesh.Routing.Pod>()]);
        }
    }
}
