namespace ColorDemo.Mesh.Istio;

/// <summary>
/// How connections to a host are made. Istio <c>TrafficPolicy</c>; absent blocks are Istio's default.
/// </summary>
/// <param name="Ports">
/// Policies of single ports: one that names the port replaces all four blocks, unset ones become defaults.
/// </param>
public sealed record TrafficPolicy(
    LoadBalancer? LoadBalancer,
    ConnectionPool? ConnectionPool,
    OutlierDetection? OutlierDetection,
    ClientTls? Tls,
    IReadOnlyList<PortTrafficPolicy> Ports)
{
    private const string Blocks = "loadBalancer, connectionPool, outlierDetection, tls";

    internal static TrafficPolicy? Read(Fields? policy)
    {
        if (policy is null)
        {
            return null;
        }

        if (policy.IsEmpty)
        {
            policy.Error("", $"traffic policy must have at least one field; set one of {Blocks}, portLevelSettings");
        }

        UnsimulatedPolicies.Check(policy);
        var read = ReadBlocks(policy) with { Ports = PortTrafficPolicy.ReadAll(policy.Objects("portLevelSettings")) };
        policy.End();
        return read;
    }

    /// <summary>What the policy of a host and that of one of its ports have in common.</summary>
    internal static TrafficPolicy ReadBlocks(Fields policy) => new(
        LoadBalancer.Read(policy.Object("loadBalancer"), hasOutlierDetection: policy.Has("outlierDetection")),
        ConnectionPool.Read(policy.Object("connectionPool")),
        OutlierDetection.Read(policy.Object("outlierDetection")),
        ClientTls.Read(policy.Object("tls")),
        []);
}

/// <summary>Istio <c>TrafficPolicy.PortTrafficPolicy</c>. <c>Policy.Ports</c> is empty.</summary>
/// <param name="Port">A port of the service.</param>
public sealed record PortTrafficPolicy(int Port, TrafficPolicy Policy)
{
    internal static IReadOnlyList<PortTrafficPolicy> ReadAll(IReadOnlyList<Fields> settings)
    {
        List<PortTrafficPolicy> policies = [];
        foreach (var fields in settings)
        {
            var policy = Read(fields);
            if (policy.Port > 0 && policies.Any(other => other.Port == policy.Port))
            {
                fields.Warn("port", $"port {policy.Port} has a policy already, and the first one counts; keep one");
            }

            policies.Add(policy);
        }

        return policies;
    }

    private static PortTrafficPolicy Read(Fields fields)
    {
        var port = fields.Object("port");
        if (!fields.Has("port") || port is { IsEmpty: true })
        {
            fields.Error("port", "portTrafficPolicy must have valid port; write port: {number: 80}");
        }

        var number = port?.WholeNumber("number", 1, 65535) ?? 0;
        port?.End();
        var policy = TrafficPolicy.ReadBlocks(fields);
        if (!fields.Names.Any(name => name != "port" && fields.Has(name)))
        {
            fields.Error("", "port traffic policy must have at least one field besides port; set one of "
                + "loadBalancer, connectionPool, outlierDetection, tls");
        }

        fields.End();
        return new(number, policy);
    }
}
