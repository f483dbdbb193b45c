namespace ColorDemo.Mesh.Istio;

/// <summary>One port of a gateway, and the hosts it serves.</summary>
/// <param name="Name">Absent in most.</param>
/// <param name="Port">A port of the gateway's Service, not of its pod.</param>
/// <param name="Protocol">As written: HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TLS, TCP, in any case.</param>
/// <param name="Hosts"><c>host</c>, <c>namespace/host</c>, <c>*/host</c> or <c>./host</c>.</param>
/// <param name="Tls">Absent for plain text without redirect.</param>
/// <param name="Bind">An address that it listens on alone; absent means all.</param>
public sealed record GatewayServer(
    string? Name,
    int Port,
    string PortName,
    string Protocol,
    IReadOnlyList<string> Hosts,
    ServerTls? Tls,
    string? Bind,
    Origin Origin)
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

        var read = new GatewayServer(server.Text("name"), port is null ? 0 : PortOf(port), port?.Text("name") ?? "",
            ProtocolOf(port), hosts, null, server.Text("bind"), server.Origin);
        server.NotSimulated("defaultEndpoint", "tls");
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

/// <summary>Istio <c>ServerTLSSettings</c>.</summary>
/// <param name="HttpsRedirect">Every request for the server's hosts is answered with a redirect to https.</param>
/// <param name="Mode">
/// PASSTHROUGH, SIMPLE, MUTUAL, AUTO_PASSTHROUGH, ISTIO_MUTUAL or OPTIONAL_MUTUAL; absent when only redirecting.
/// </param>
public sealed record ServerTls(bool HttpsRedirect, string? Mode);
