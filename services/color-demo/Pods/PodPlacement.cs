namespace ColorDemo.Launcher.Pods;

/// <summary>What this machine gives to a pod: ports, and settings that a real cluster gives in another way.</summary>
/// <param name="GridPort">The page has a fixed port, so that it can be bookmarked.</param>
/// <param name="GridEnvironment">The addresses of the gateways, and the kubeconfig of both APIs.</param>
internal sealed record PodPlacement(int GridPort, IReadOnlyDictionary<string, string> GridEnvironment)
{
    /// <summary>The local port of every container port.</summary>
    public IReadOnlyDictionary<string, int> Ports(PodSpec spec) => spec.Ports.Keys.ToDictionary(
        name => name,
        name => HasFixedPort(spec) && name == "http" ? GridPort : LocalPorts.Free());

    /// <summary>Only one process at a time can have it, so the old one stops before the new one starts.</summary>
    public static bool HasFixedPort(PodSpec spec) =>
        spec.Image == PodImage.Grid && spec.Name.EndsWith("-0", StringComparison.Ordinal);
}
