using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Works out what each port of one gateway does.</summary>
/// <remarks>Source: Istio's <c>MergeGateways</c> and <c>buildGatewayHTTPRouteConfig</c>.</remarks>
internal sealed class GatewayTables(
    GatewayWorkload workload, IReadOnlyList<Gateway> gateways, VirtualServices services, Upstreams upstreams)
{
    /// <summary>By the port inside the pod.</summary>
    public IReadOnlyDictionary<int, GatewayListener> Listeners()
    {
        var servers =
            from gateway in gateways.OrderByAge(gateway => gateway.Metadata)
            where workload.IsSelectedBy(gateway)
            from server in gateway.Servers
            select new BoundServer(gateway, server);
        return servers
            .GroupBy(server => workload.ListenerOf(server.Server.Port))
            .ToDictionary(port => port.Key, port => Listener([.. port]));
    }

    private GatewayListener Listener(IReadOnlyList<BoundServer> servers)
    {
        // Whatever cannot share the port with the first one is left out, as Istio does.
        var kind = servers[0].Kind;
        var sharing = servers.Where(server => server.Kind == kind).ToList();
        return kind switch
        {
            ListenerKind.Http => new(kind, [TableOf(sharing)]),
            ListenerKind.Tls => new(kind, [.. DistinctHosts(sharing).Select(server => TableOf([server]))]),
            _ => new(kind, []),
        };
    }

    /// <summary>Of two TLS servers with a host in common, Istio has the first one only.</summary>
    private static IEnumerable<BoundServer> DistinctHosts(List<BoundServer> servers)
    {
        HashSet<string> taken = [];
        return servers.Where(server =>
        {
            var isNew = !server.Hosts.Any(taken.Contains);
            taken.UnionWith(isNew ? server.Hosts : []);
            return isNew;
        });
    }

    private ListenerTable TableOf(List<BoundServer> servers)
    {
        var hosts = new GatewayHosts();
        foreach (var server in servers)
        {
            foreach (var service in services.BoundTo(server.GatewayName, workload.Client.Namespace))
            {
                var shared = server.SharedHosts(service);
                if (shared.Count > 0)
                {
                    var place = new RoutePlace(
                        workload.Client, server.Server.Port, server.GatewayName, upstreams);
                    hosts.Add(shared, RuleRoutes.Of(service, place), server);
                }
            }

            if (server.Server.Tls is { HttpsRedirect: true })
            {
                hosts.Redirect(server);
            }
        }

        return new(
            [.. servers.Select(server => server.Gateway.Written).Distinct()],
            [.. servers.SelectMany(server => server.Hosts).Distinct()],
            servers[0].Kind == ListenerKind.Http || servers[0].Terminates ? new(hosts.ToList()) : null);
    }
}

/// <summary>A server of a Gateway that selects the workload.</summary>
internal sealed record BoundServer(Gateway Gateway, GatewayServer Server)
{
    public string GatewayName => Gateway.Metadata.ToString();

    public ListenerKind Kind =>
        Server.IsHttp ? ListenerKind.Http
        : IsHttps || Is("TLS") ? ListenerKind.Tls
        : ListenerKind.Opaque;

    /// <summary>Whether TLS ends here, with HTTP inside.</summary>
    public bool Terminates =>
        IsHttps && Server.Tls?.Mode is "SIMPLE" or "MUTUAL" or "ISTIO_MUTUAL" or "OPTIONAL_MUTUAL";

    private bool IsHttps => Is("HTTPS");

    /// <summary>Without the namespace in front.</summary>
    public IEnumerable<string> Hosts => Server.Hosts.Select(host => host[(host.IndexOf('/') + 1)..].ToLowerInvariant());

    private bool Is(string protocol) => Server.Protocol.Equals(protocol, StringComparison.OrdinalIgnoreCase);

    /// <summary>The narrower of the server's host and the VirtualService's, wherever they overlap.</summary>
    public IReadOnlyList<string> SharedHosts(VirtualService service) =>
    [
        .. (from host in Server.Hosts
            let limit = host.Split('/')
            where limit.Length == 1 || limit[0] == "*" || limit[0] == service.Metadata.Namespace
                || (limit[0] == "." && Gateway.Metadata.Namespace == service.Metadata.Namespace)
            from wanted in service.Hosts
            let shared = HostPattern.Narrower(limit[^1].ToLowerInvariant(), wanted)
            where shared is not null
            select shared).Distinct(),
    ];
}
