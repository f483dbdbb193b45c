using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

public enum ListenerKind
{
    /// <summary>Plain text: HTTP/1.1 and h2c.</summary>
    Http,

    /// <summary>TLS; one table for each server, chosen by SNI.</summary>
    Tls,

    /// <summary>Bytes: not simulated.</summary>
    Opaque,
}

/// <summary>An open port of a gateway's pod.</summary>
/// <param name="Tables">One for all servers of a plain port; one for each TLS server.</param>
public sealed record GatewayListener(ListenerKind Kind, IReadOnlyList<ListenerTable> Tables)
{
    /// <summary>The routes for a connection; null when nobody is served under that name.</summary>
    /// <param name="sni">Of the TLS connection; plain ports do not look at it.</param>
    public ListenerTable? TableFor(string sni) => Kind == ListenerKind.Http
        ? Tables[0]
        : Tables
            .SelectMany(table => table.Hosts, (table, host) => (table, host))
            .Where(one => HostPattern.Covers(one.host, sni))
            .OrderByDescending(one => HostPattern.Specificity(one.host))
            .Select(one => one.table)
            .FirstOrDefault();
}

/// <param name="Gateways">The Gateways whose servers it is made of.</param>
/// <param name="Hosts">Of those servers, without namespaces.</param>
/// <param name="Routes">Absent where TLS is passed on: not simulated.</param>
public sealed record ListenerTable(IReadOnlyList<Metadata> Gateways, IReadOnlyList<string> Hosts, RouteTable? Routes);
