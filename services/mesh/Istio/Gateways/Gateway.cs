namespace ColorDemo.Mesh.Istio;

/// <summary>Opens ports on gateway workloads. Istio <c>Gateway</c>, networking.istio.io/v1.</summary>
/// <param name="Selector">Every label must be on the gateway's pod; empty selects every gateway.</param>
public sealed record Gateway(
    Metadata Metadata, IReadOnlyDictionary<string, string> Selector, IReadOnlyList<GatewayServer> Servers)
{
    /// <summary>Only workloads of this namespace, as a Gateway of the Gateway API; absent: of all.</summary>
    public string? OnlyNamespace { get; init; }

    /// <summary>The Gateway of the Gateway API that it was made of.</summary>
    public Metadata? MadeOf { get; init; }

    /// <summary>What people wrote.</summary>
    internal Metadata Written => MadeOf ?? Metadata;

    internal static Gateway Read(Metadata metadata, Fields spec)
    {
        var selector = LabelMap.Read(spec, "selector");
        var servers = spec.Objects("servers");
        if (spec.LacksItems("servers"))
        {
            spec.Error("servers", "gateway must have at least one server");
        }

        List<GatewayServer> read = [];
        foreach (var fields in servers)
        {
            var server = GatewayServer.Read(fields);
            if (server.PortName.Length > 0 && read.Any(other => other.PortName == server.PortName))
            {
                fields.Error(
                    "port.name", $"port names in servers must be unique: there is a '{server.PortName}' already");
            }

            read.Add(server);
        }

        spec.End();
        return new(metadata, selector, read);
    }
}
