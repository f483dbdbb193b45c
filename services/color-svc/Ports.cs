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
        Compare("PORT", ports.Http, "GRPC_PORT", ports.Grpc);
        Compare("PORT", ports.Http, "ADMIN_PORT", ports.Admin);
        Compare("GRPC_PORT", ports.Grpc, "ADMIN_PORT", ports.Admin);
        return ports;

        void Compare(string first, int one, string second, int other)
        {
            if (one == other && one != 0)
            {
                environment.Report($"{first} and {second} are both {one}; each needs a port of its own");
            }
        }
    }

    private static int Port(EnvironmentReader environment, string name, int fallback) =>
        environment.Number(name, fallback, 0, IPEndPoint.MaxPort);
}
