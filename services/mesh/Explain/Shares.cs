using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>Tells who answers the share of one destination.</summary>
internal static class Shares
{
    public static Share Of(
        string host, string? subset, int port, double percent, Upstream? upstream, int unknownStatus)
    {
        // The first priority that has anyone: the others wait until it fails.
        var used = (upstream?.Endpoints ?? [])
            .Where(endpoint => endpoint.IsReachable)
            .GroupBy(endpoint => endpoint.Priority)
            .MinBy(group => group.Key)?
            .ToList() ?? [];
        var (status, flag) = upstream switch
        {
            null => (unknownStatus, "NC"),
            { IsReachable: false } => (503, "UH"),
            _ => ((int?)null, (string?)null),
        };
        return new(
            host,
            subset,
            port,
            Math.Round(percent, 4),
            [.. used.SelectMany(endpoint => endpoint.Workloads).Distinct().Order(StringComparer.Ordinal)],
            [.. used.Where(endpoint => endpoint.Workloads.Count == 0).Select(endpoint => endpoint.Address).Distinct()],
            status,
            flag);
    }
}
