using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Decides which VirtualService of the mesh has a service: there is no merging.</summary>
/// <param name="bound">In their order: of those for the same host, the first wins.</param>
/// <remarks>
/// An exact host wins over the longest wildcard. Source: Istio's <c>computeWildcardHostVirtualServiceIndex</c>.
/// </remarks>
internal sealed class HostWinners(IReadOnlyList<VirtualService> bound)
{
    private readonly Dictionary<string, VirtualService> _first = bound
        .SelectMany(service => service.Hosts, (service, host) => (service, host))
        .DistinctBy(one => one.host)
        .ToDictionary(one => one.host, one => one.service);

    /// <summary>The services that a host of a VirtualService stands for, without those that a better one has.</summary>
    public IEnumerable<MeshService> Won(VirtualService service, string host, IEnumerable<MeshService> services) =>
        services.Where(one => host.StartsWith('*')
            ? HostPattern.Covers(host, one.Host) && WinnerFor(one) == service
            : one.Host == host);

    /// <summary>A wildcard that names any service is no host of its own, even if others have all of them.</summary>
    public static bool IsKnown(string host, IEnumerable<MeshService> services) =>
        services.Any(one => HostPattern.Covers(host, one.Host));

    private VirtualService? WinnerFor(MeshService service) => _first
        .Where(one => HostPattern.Covers(one.Key, service.Host))
        .OrderByDescending(one => HostPattern.Specificity(one.Key))
        .Select(one => one.Value)
        .FirstOrDefault();
}
