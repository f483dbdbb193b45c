namespace ColorDemo.Mesh.Istio;

/// <summary>One port of a Gateway API gateway. Gateway API <c>Listener</c>.</summary>
/// <param name="Name">What a route's <c>sectionName</c> refers to.</param>
/// <param name="Hostname">A name, or <c>*.</c> and a name; absent serves every host.</param>
/// <param name="Protocol">Istio serves routes on HTTP and HTTPS, in capitals.</param>
public sealed record KubernetesListener(
    string Name, string? Hostname, int Port, string Protocol, ListenerTls? Tls, AllowedRoutes AllowedRoutes,
    Origin Origin)
{
    public bool IsHttp => Protocol is "HTTP" or "HTTPS";

    internal static KubernetesListener Read(Fields listener)
    {
        listener.RequiredText("name");
        var port = listener.WholeNumber("port", 1, 65535);
        if (!listener.Has("port"))
        {
            listener.Error("port", "is required");
        }

        var protocol = listener.RequiredText("protocol");
        var read = new KubernetesListener(
            listener.SectionName("name") ?? "",
            listener.Hostname("hostname", allowsWildcard: true),
            port ?? 0,
            protocol,
            ListenerTls.Read(listener.Object("tls")),
            AllowedRoutes.Read(listener.Object("allowedRoutes")),
            listener.Origin);
        CheckProtocol(listener, protocol);
        listener.End();
        return read;
    }

    private static void CheckProtocol(Fields listener, string protocol)
    {
        switch (protocol)
        {
            case "HTTP" or "TCP" or "UDP" when listener.Has("tls"):
                listener.Error("tls", $"a listener of protocol {protocol} has no tls; write HTTPS, or leave tls out");
                break;
            case "TCP" or "UDP" when listener.Has("hostname"):
                listener.Error("hostname", $"a listener of protocol {protocol} knows no hostname; leave it out");
                break;
            case "HTTPS" when listener.Object("tls")?.Text("mode") == "Passthrough":
                listener.Error("tls.mode", "an HTTPS listener terminates TLS; write Terminate, or protocol TLS");
                break;
            case "TLS" when listener.Object("tls")?.Has("mode") is not true:
                listener.Error("tls.mode", "is required for protocol TLS; write Terminate or Passthrough");
                break;
            case "TLS" or "TCP" or "UDP":
                listener.Warn("protocol", $"{protocol} listeners are not simulated here, only HTTP and HTTPS ones");
                break;
            case not ("" or "HTTP" or "HTTPS"):
                listener.Warn("protocol", $"Istio serves no route on '{protocol}'; write HTTP or HTTPS");
                break;
        }
    }
}
