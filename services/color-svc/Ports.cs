using System.Net;

namespace ColorDemo.ColorService;

/// <summary>Where the service listens. Port 0 lets the system choose a free one; the start line tells which.</summary>
/// <param name="Address">Of HTTP and gRPC; null means all interfaces.</param>
/// <param name="AdminAddress">Loopback unless it is asked for otherwise: whoever reaches it can break the pod.</param>
public sealed record Ports(IPAddress? Address, int Http, int Grpc, IPAddress AdminAddress, int Admin)
{
    internal static Ports Read(EnvironmentReader environment)
    {
        var ports = new Ports(
            environment.Address("BIND_ADDRESS", null),
            Port(environment, "PORT", 8800),
            Port(environment, "GRPC_PORT", 8801),
            environment.Address("ADMIN_BIND", IPAddress.Loopback),
            Port(environment, "ADMIN_PORT", 8802));
        int[] chosen = [.. new[] { ports.Http, ports.Grpc, ports.Admin }.Where(port => port != 0)];
        if (chosen.Distinct().Count() < chosen.Length)
        {
            environment.Refuse("PORT", "a number that neither GRPC_PORT nor ADMIN_PORT has, nor they each other's");
        }

        return ports;
    }

    private static int Port(EnvironmentReader environment, string name, int fallback) =>
        environment.Number(name, fallback, 0, IPEndPoint.MaxPort);
}
