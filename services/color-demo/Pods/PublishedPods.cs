using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Launcher.Pods;

/// <summary>One cluster's pods as the mesh knows them. It learns of a change at once: traffic depends on it.</summary>
internal sealed class PublishedPods(string cluster, MeshState mesh, Func<IReadOnlyList<PodProcess>> processes)
{
    private readonly Lock _publishing = new();
    private IReadOnlyList<Pod> _published = [];

    public void Update()
    {
        lock (_publishing)
        {
            IReadOnlyList<Pod> pods = [.. processes().Select(one => one.Pod).OfType<Pod>()];
            if (!pods.SequenceEqual(_published))
            {
                mesh.UsePods(cluster, pods);
                _published = pods;
            }
        }
    }
}
