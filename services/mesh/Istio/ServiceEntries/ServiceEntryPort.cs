namespace ColorDemo.Mesh.Istio;

/// <summary>Istio <c>ServicePort</c>.</summary>
/// <param name="Protocol">As written, in any case; empty means that Istio finds out by itself.</param>
/// <param name="TargetPort">Of the endpoints; the same number when absent.</param>
public sealed record ServiceEntryPort(int Number, string Name, string Protocol, int? TargetPort)
{
    private static readonly string[] Http = ["HTTP", "HTTP2", "HTTP_PROXY", "GRPC", "GRPC-WEB"];
    private static readonly string[] Tls = ["HTTPS", "TLS"];
    private static readonly string[] Other = ["TCP", "MONGO", "MYSQL", "REDIS", "UDP", "HBONE"];

    /// <summary>Its requests do not tell for which of several hosts they are, as authority or SNI would.</summary>
    internal bool HidesHost => Protocol.Length == 0 || Other.Contains(Protocol, StringComparer.OrdinalIgnoreCase);

    internal static IReadOnlyList<ServiceEntryPort> ReadAll(Fields spec)
    {
        List<ServiceEntryPort> ports = [];
        foreach (var fields in spec.Objects("ports"))
        {
            var port = Read(fields);
            if (port.Number > 0 && ports.Any(other => other.Number == port.Number))
            {
                fields.Error("number", $"service entry port {port.Number} is already defined; keep one");
            }

            if (port.Name.Length > 0 && ports.Any(other => other.Name == port.Name))
            {
                fields.Error("name", $"service entry port name '{port.Name}' already defined; keep one");
            }

            ports.Add(port);
        }

        return ports;
    }

    private static ServiceEntryPort Read(Fields fields)
    {
        var name = fields.RequiredText("name");
        if (name.Length > 0 && !Names.IsLabelInAnyCase(name))
        {
            fields.Error("name", $"invalid port name: '{name}'; write letters, digits and inner hyphens");
        }

        string[] known = [.. Http, .. Tls, .. Other];
        var protocol = fields.Text("protocol") ?? "";
        if (protocol.Length > 0 && !known.Contains(protocol, StringComparer.OrdinalIgnoreCase))
        {
            fields.Error("protocol", $"unsupported protocol: '{protocol}'; known are {string.Join(", ", known)}");
        }

        var port = new ServiceEntryPort(
            fields.RequiredWholeNumber("number", 1, 65535) ?? 0,
            name,
            protocol,
            fields.WholeNumber("targetPort", 1, 65535));
        fields.End();
        return port;
    }
}
