namespace ColorDemo.Mesh.Istio;

/// <summary>What a gateway's server listens on. Istio <c>Port</c>.</summary>
internal sealed record GatewayPort(int Number, string Name, string Protocol)
{
    private static readonly string[] Http = ["HTTP", "HTTP2", "GRPC", "GRPC-WEB"];
    private static readonly string[] Secured = ["HTTPS", "TLS"];
    private static readonly string[] Other = ["TCP", "MONGO", "MYSQL", "REDIS", "UDP"];

    public static bool IsHttp(string protocol) => Http.Contains(protocol, StringComparer.OrdinalIgnoreCase);

    public static bool IsSecured(string protocol) => Secured.Contains(protocol, StringComparer.OrdinalIgnoreCase);

    public static GatewayPort Read(Fields server, string? bind)
    {
        var isSocket = bind is not null && UnixAddress.Is(bind);
        CheckBind(server, bind);
        if (!server.Has("port"))
        {
            server.Error("port", "port is required, for example {number: 80, name: http, protocol: HTTP}");
        }

        if (server.Object("port") is not { } port)
        {
            return new(0, "", "");
        }

        var number = isSocket ? SocketNumberOf(port) : port.RequiredWholeNumber("number", 1, 65535);
        if (port.WholeNumber("targetPort", 0, int.MaxValue) > 0)
        {
            port.Refuse("targetPort", "targetPort has no impact on Gateways; leave it out");
        }

        var read = new GatewayPort(number ?? 0, port.RequiredText("name"), ProtocolOf(port));
        port.End();
        return read;
    }

    private static void CheckBind(Fields server, string? bind)
    {
        if (bind is null or "")
        {
            return;
        }

        if (UnixAddress.Is(bind))
        {
            if (UnixAddress.FlawOf(bind) is { } flaw)
            {
                server.Error("bind", flaw);
            }
        }
        else if (!HostName.IsAddress(bind))
        {
            server.Error("bind", $"'{bind}' is not a valid IP; write an address such as 10.0.0.1, or leave it out");
        }
    }

    private static int? SocketNumberOf(Fields port)
    {
        if (port.WholeNumber("number", 0, 65535) is > 0)
        {
            port.Error("number", "port number must be 0 for unix domain socket");
        }

        return 0;
    }

    private static string ProtocolOf(Fields port)
    {
        var protocol = port.RequiredText("protocol");
        if (protocol.Length > 0 && !IsHttp(protocol) && !IsSecured(protocol))
        {
            if (Other.Contains(protocol, StringComparer.OrdinalIgnoreCase))
            {
                port.Warn("protocol", $"{protocol} servers are not simulated here, only HTTP and HTTPS ones");
            }
            else
            {
                port.Error("protocol", $"invalid protocol '{protocol}', supported protocols are "
                    + string.Join(", ", [.. Http, .. Secured, .. Other]));
            }
        }

        return protocol;
    }
}
