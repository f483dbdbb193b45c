using ColorDemo.Mesh.Proxy;

namespace ColorDemo.Launcher.Pods;

/// <summary>Makes one cluster's pods those that its Deployments want, and tells the mesh of them.</summary>
internal sealed class ClusterPods(string cluster, PodPlacement placement, MeshState mesh, Report report)
    : IAsyncDisposable
{
    private readonly Lock _changing = new();
    private readonly Dictionary<string, PodSlot> _slots = [];
    private readonly List<Task> _emptying = [];

    public IReadOnlyList<PodProcess> Processes
    {
        get
        {
            lock (_changing)
            {
                return [.. _slots.Values.SelectMany(slot => slot.Processes)];
            }
        }
    }

    /// <summary>Starts what is missing, replaces what differs, retires what is not wanted any more.</summary>
    public void Apply(IReadOnlyList<PodSpec> wanted)
    {
        lock (_changing)
        {
            var names = wanted.ToDictionary(spec => $"{spec.Namespace}/{spec.Name}");
            foreach (var (name, slot) in _slots.Where(slot => !names.ContainsKey(slot.Key)).ToList())
            {
                slot.Want(null);
                _slots.Remove(name);
                _emptying.Add(slot.Emptied);
            }

            foreach (var (name, spec) in names)
            {
                if (_slots.TryGetValue(name, out var slot))
                {
                    slot.Want(spec);
                }
                else
                {
                    _slots.Add(name, new(spec, one => new(cluster, one, placement, Publish, report)));
                }
            }

            _emptying.RemoveAll(slot => slot.IsCompleted);
        }

        Publish();
    }

    public async ValueTask DisposeAsync()
    {
        Apply([]);
        await Task.WhenAll(_emptying);
    }

    private void Publish()
    {
        lock (_changing)
        {
            mesh.UsePods(cluster, [.. Processes.Select(one => one.Pod).OfType<Mesh.Routing.Pod>()]);
        }
    }
}
