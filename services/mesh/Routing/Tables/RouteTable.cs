namespace ColorDemo.Mesh.Routing;

/// <summary>What becomes of a request whose host nobody has routes for.</summary>
public enum UnknownHost
{
    /// <summary>404, on gateways.</summary>
    NotFound,

    /// <summary>It goes where the client dialled, as without a mesh: <c>outboundTrafficPolicy: ALLOW_ANY</c>.</summary>
    PassThrough,

    /// <summary>502: <c>outboundTrafficPolicy: REGISTRY_ONLY</c>.</summary>
    Refuse,
}

/// <summary>All routes of one port. Immutable: a change makes a new table.</summary>
public sealed class RouteTable
{
    private readonly Dictionary<string, VirtualHost> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Suffix, VirtualHost Host)> _wildcards = [];

    /// <param name="hosts">Of two that claim the same domain, the first has it.</param>
    public RouteTable(IReadOnlyList<VirtualHost> hosts, UnknownHost unknown = UnknownHost.NotFound)
    {
        Hosts = hosts;
        Unknown = unknown;
        foreach (var (domain, host) in hosts.SelectMany(host => host.Domains, (host, domain) => (domain, host)))
        {
            if (!domain.StartsWith('*'))
            {
                _exact.TryAdd(domain, host);
            }
            else if (_wildcards.All(one => one.Suffix != domain[1..]))
            {
                _wildcards.Add((domain[1..], host));
            }
        }

        _wildcards.Sort((one, other) => other.Suffix.Length.CompareTo(one.Suffix.Length));
    }

    public IReadOnlyList<VirtualHost> Hosts { get; }

    public UnknownHost Unknown { get; }

    /// <summary>
    /// One virtual host only: exact name, else longest suffix, else <c>*</c>. There is no falling through to a wider
    /// host when none of its routes matches.
    /// </summary>
    public VirtualHost? HostOf(in MeshRequest request)
    {
        var name = request.Host;
        if (_exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var exact))
        {
            return exact;
        }

        foreach (var (suffix, host) in _wildcards)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return host;
            }
        }

        return _wildcards is [.., ("", var all)] ? all : null;
    }

    /// <summary>The first route that matches, or null.</summary>
    public MeshRoute? Match(in MeshRequest request) => HostOf(request)?.Match(request);
}
