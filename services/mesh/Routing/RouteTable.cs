namespace ColorDemo.Mesh.Routing;

/// <summary>All routes of one gateway port. Immutable: a change makes a new table.</summary>
/// <param name="HasListener">Whether any Gateway opens this port; without one, the connection is not accepted.</param>
public sealed record RouteTable(bool HasListener, IReadOnlyList<VirtualHost> Hosts)
{
    /// <summary>The first route that matches, or null: 404.</summary>
    /// <remarks>
    /// One virtual host only: exact name, else longest suffix, else <c>*</c>. There is no falling through to a wider
    /// host when none of its routes matches.
    /// </remarks>
    public MeshRoute? Match(in MeshRequest request)
    {
        foreach (var host in Hosts)
        {
            if (HostPattern.Covers(host.Pattern, request.Host))
            {
                return host.Match(request);
            }
        }

        return null;
    }
}

/// <param name="Routes">In the order in which they are tried.</param>
public sealed record VirtualHost(string Pattern, IReadOnlyList<MeshRoute> Routes)
{
    internal MeshRoute? Match(in MeshRequest request)
    {
        foreach (var route in Routes)
        {
            if (route.Matches(request))
            {
                return route;
            }
        }

        return null;
    }
}
