namespace ColorDemo.Mesh.Istio;

/// <summary>The hosts of a gateway's server, each with the namespaces that may use it.</summary>
internal static class GatewayHost
{
    public static IReadOnlyList<string> ReadAll(Fields server)
    {
        var hosts = server.TextItems("hosts");
        if (server.LacksItems("hosts"))
        {
            server.Error("hosts", "server config must contain at least one host; \"*\" serves every host");
        }

        foreach (var (host, field) in hosts)
        {
            if (FlawOf(host) is { } flaw)
            {
                server.Error(field, flaw);
            }
        }

        return [.. hosts.Select(host => host.Text)];
    }

    private static string? FlawOf(string host)
    {
        var slash = host.IndexOf('/');
        var place = host[..Math.Max(slash, 0)];
        var name = host[(slash + 1)..];
        return slash == 0 || name.Length == 0
            ? $"config namespace and dnsName in host entry cannot be empty: '{host}'; write namespace/host, or the host"
            : slash > 0 && place is not ("*" or ".") && !Names.IsLabel(place)
                ? $"invalid namespace value '{place}' in gateway; write a namespace, '.' for its own, or '*' for all"
                : FlawOfName(name);
    }

    private static string? FlawOfName(string name) =>
        name == "*" || HostName.IsAddress(name) ? null
        : HostName.FlawOf(name) is { } flaw ? flaw
        : !name.Contains('.') ? $"short names (non FQDN) are not allowed: '{name}'; write a full name, one that "
            + "starts with \"*.\", or \"*\""
        : HostName.IsPartialWildcard(name) ? $"partial wildcard '{name}' not allowed; write "
            + $"\"*{name[name.IndexOf('.')..]}\""
        : null;
}
