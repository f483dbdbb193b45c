using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>
/// Collects the routes of a gateway's port by host: VirtualServices for the same host are concatenated.
/// </summary>
internal sealed class GatewayHosts
{
    private readonly Dictionary<string, Collected> _hosts = [];

    public void Add(IReadOnlyList<string> names, ServiceRoutes routes, BoundServer server)
    {
        foreach (var name in names)
        {
            if (routes.Routes.Count > 0 || _hosts.ContainsKey(name))
            {
                var host = Of(name, server);
                host.Routes.AddRange(routes.Routes.Select(route => route with { Gateway = server.Gateway.Written }));
                host.Unused.AddRange(routes.Unused);
                host.RequiresTls |= server.Server.Tls is { HttpsRedirect: true };
            }
        }
    }

    /// <summary>Hosts of a server that redirects need no VirtualService for it.</summary>
    public void Redirect(BoundServer server)
    {
        foreach (var name in server.Hosts)
        {
            Of(name, server).RequiresTls = true;
        }
    }

    public IReadOnlyList<VirtualHost> ToList() =>
    [
        .. _hosts
            .OrderByDescending(host => HostPattern.Specificity(host.Key))
            .Select(host => new VirtualHost(
                [host.Key],

                // What catches everything comes last, whichever VirtualService it stands in: Istio's SortVHostRoutes.
                [.. host.Value.Routes.OrderBy(route => route.Match.IsCatchAll)])
            {
                Gateway = host.Value.Gateway,
                RequiresTls = host.Value.RequiresTls,
                Unused = host.Value.Unused,
            }),
    ];

    private Collected Of(string name, BoundServer server)
    {
        if (!_hosts.TryGetValue(name, out var host))
        {
            _hosts[name] = host = new(server.Gateway.Written);
        }

        return host;
    }

    private sealed class Collected(Metadata gateway)
    {
        public Metadata Gateway => gateway;

        public List<MeshRoute> Routes { get; } = [];

        public List<UnusedRule> Unused { get; } = [];

        public bool RequiresTls { get; set; }
    }
}
