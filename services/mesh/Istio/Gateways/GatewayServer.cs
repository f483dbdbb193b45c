namespace ColorDemo.Mesh.Istio;

/// <summary>One port of a gateway, and the hosts it serves.</summary>
/// <param name="Name">Absent in most.</param>
/// <param name="Port">A port of the gateway's Service, not of its pod; 0 for a unix socket.</param>
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
    /// <summary>These all give one plain-text listener that speaks HTTP/1.1 and h2c.</summary>
    public bool IsHttp => GatewayPort.IsHttp(Protocol);

    internal static GatewayServer Read(Fields server)
    {
        server.NotSimulated("bind");
        var bind = server.Text("bind");
        var port = GatewayPort.Read(server, bind);
        var read = new GatewayServer(server.Text("name"), port.Number, port.Name, port.Protocol,
            GatewayHost.ReadAll(server), ServerTls.Read(server, port.Protocol), bind, server.Origin);
        server.WithoutEffect("name");
        server.NotSimulated("defaultEndpoint");
        server.Text("defaultEndpoint");
        server.End();
        return read;
    }
}
