namespace ColorDemo.Mesh.Istio;

/// <summary>Opens ports on gateway workloads. Istio <c>Gateway</c>, networking.istio.io/v1.</summary>
/// <param name="Selector">Every label must be on the gateway's pod; empty selects every gateway.</param>
public sealed record Gateway(
    Metadata Metadata, IReadOnlyDictionary<string, string> Selector, IReadOnlyList<GatewayServer> Servers)
{
    internal static Gateway Read(Metadata metadata, Fields spec)
    {
        var selector = spec.TextMap("selector");
        var servers = spec.Objects("servers");
        if (servers.Count == 0)
        {
            spec.Error("servers", "a gateway must have at least one server");
        }

        var gateway = new Gateway(metadata, selector, [.. servers.Select(GatewayServer.Read)]);
        spec.End();
        return gateway;
    }
}

/// <summary>One port of a gateway, and the hosts it serves.</summary>
/// <param name="Port">A port of the gateway's Service, not of its pod.</param>
/// <param name="Hosts"><c>host</c>, <c>namespace/host</c>, <c>*/host</c> or <c>./host</c>.</param>
public sealed record GatewayServer(int Port, string Protocol, IReadOnlyList<string> Hosts)
{
    private static readonly string[] Http = ["HTTP", "HTTP2", "GRPC", "GRPC-WEB"];
    private static readonly string[] Other = ["HTTPS", "TLS", "TCP", "MONGO", "MYSQL", "REDIS", "UDP"];

    /// <summary>These all give one plain-text listener that speaks HTTP/1.1 and h2c.</summary>
    public bool IsHttp => Http.Contains(Protocol, StringComparer.OrdinalIgnoreCase);

    internal static GatewayServer Read(Fields server)
    {
        var hosts = server.Texts("hosts");
        if (hosts.Count == 0)
        {
            server.Error("hosts", "a server must name at least one host; \"*\" serves every host");
        }

        foreach (var host in hosts.Select(host => host[(host.IndexOf('/') + 1)..]))
        {
            if (!Names.IsHost(host) || (host != "*" && !host.Contains('.')))
            {
                server.Error("hosts", $"'{host}' is no host; write a full name, one that starts with \"*.\", or \"*\"");
            }
        }

        var port = server.Object("port");
        if (!server.Has("port"))
        {
            server.Error("port", "is required");
        }

        var read = new GatewayServer(port is null ? 0 : PortOf(port), ProtocolOf(port), hosts);
        server.Known("name");
        server.NotSimulated("bind", "defaultEndpoint", "tls");
        server.End();
        return read;
    }

    private static int PortOf(Fields port)
    {
        port.RequiredText("name");
        var number = port.WholeNumber("number", 1, 65535);
        if (!port.Has("number"))
        {
            port.Error("number", "is required");
        }

        return number ?? 0;
    }

    private static string ProtocolOf(Fields? port)
    {
        var protocol = port?.RequiredText("protocol") ?? "";
        if (protocol.Length > 0 && !Http.Concat(Other).Contains(protocol, StringComparer.OrdinalIgnoreCase))
        {
            port!.Error("protocol",
                $"'{protocol}' is no protocol of Istio's; known are {string.Join(", ", [.. Http, .. Other])}");
        }
        else if (Other.Contains(protocol, StringComparer.OrdinalIgnoreCase))
        {
            port!.Warn("protocol", $"{protocol} servers are not simulated here, only HTTP ones");
        }

        port?.NotSimulated("targetPort");
        port?.End();
        return protocol;
    }
}
