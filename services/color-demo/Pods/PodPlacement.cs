namespace ColorDemo.Launcher.Pods;

/// <summary>What this machine gives to a pod: ports, and settings that a real cluster gives in another way.</summary>
/// <param name="gridPort">The page has a fixed port, so that it can be bookmarked; 0 is any free one.</param>
/// <param name="gridEnvironment">The addresses of the gateways, and the kubeconfig of both APIs.</param>
internal sealed class PodPlacement(int gridPort, IReadOnlyDictionary<string, string> gridEnvironment)
{
    private readonly Lock _taking = new();
    private PodSpec? _gridPod;

    public IReadOnlyDictionary<string, string> GridEnvironment => gridEnvironment;

    /// <summary>Only one pod at a time can have the fixed port: the old one ends before the new one starts.</summary>
    public bool HasFixedPort(PodSpec spec) => gridPort != 0 && spec.Image == PodImage.Grid;

    /// <summary>The local port of every container port, another one at each start.</summary>
    public IReadOnlyDictionary<string, int> Ports(PodSpec spec) => spec.Ports.Numbers.Keys.ToDictionary(
        name => name,
        name => name == spec.Ports.Listeners[PodImage.HttpVariable] && TakesGridPort(spec)
            ? gridPort
            : LocalPorts.Free());

    /// <summary>The pod has ended; another one can have its fixed port.</summary>
    public void Release(PodSpec spec)
    {
        lock (_taking)
        {
            _gridPod = _gridPod == spec ? null : _gridPod;
        }
    }

    /// <summary>A second replica, or the page of another cluster, has to do with any free port.</summary>
    private bool TakesGridPort(PodSpec spec)
    {
        lock (_taking)
        {
            if (HasFixedPort(spec))
            {
                _gridPod ??= spec;
            }

            return _gridPod == spec;
        }
    }
}
