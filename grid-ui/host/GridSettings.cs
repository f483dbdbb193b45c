using System.Net;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What the environment says. Everything has a default.</summary>
/// <param name="Address"><c>BIND_ADDRESS</c>; absent: every interface.</param>
/// <param name="Port"><c>PORT</c>, 0 to 65535; default 8080. 0 takes any free port.</param>
/// <param name="Gateways"><c>GRID_GATEWAYS</c>: name to address; the first is shown first.</param>
/// <param name="Paths"><c>GRID_PATHS</c>: what may be asked of a gateway; the first gets the large panel.</param>
/// <param name="TraceLink"><c>GRID_TRACE_LINK</c>: where a trace is shown; absent: nowhere.</param>
public sealed record GridSettings(
    IPAddress? Address, int Port, IReadOnlyList<Gateway> Gateways, IReadOnlyList<string> Paths,
    string? TraceLink = null)
{
    /// <summary>What the page is told of these.</summary>
    public Catalog Catalog { get; } = new(
        [.. Gateways.Select(gateway => gateway.Name)], Paths, TraceLink,
        Gateways.All(gateway => gateway.BrowserAddress is null) ? null : Gateways
            .Where(gateway => gateway.BrowserAddress is not null)
            .ToDictionary(gateway => gateway.Name, gateway => Origin(gateway.BrowserAddress!)));

    public Gateway? FindGateway(string name) => Gateways.FirstOrDefault(gateway => gateway.Name == name);

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}

/// <param name="Address">Scheme, host and port; paths are added to it.</param>
public sealed record Gateway(string Name, Uri Address)
{
    /// <summary><c>GRID_GRPC_GATEWAYS</c>: where gRPC is spoken, if not at the same address.</summary>
    public Uri? GrpcAddress { get; init; }

    /// <summary><c>GRID_BROWSER_GATEWAYS</c>: where browsers reach it; absent: they cannot ask it themselves.</summary>
    public Uri? BrowserAddress { get; init; }
}
