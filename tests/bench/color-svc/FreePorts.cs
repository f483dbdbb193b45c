using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ColorDemo.ColorService.Bench;

/// <summary>
/// Ports below those that the system gives to clients: the many connections of a load, which linger for a minute,
/// cannot take the port of the next server.
/// </summary>
internal static class FreePorts
{
    private const int Lowest = 10_000;

    private static readonly HashSet<int> Given = [];

    /// <summary>A port that nobody listens on, and that was not given before.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(Lowest, Math.Max(Lowest + 1000, FirstOfClients()));
            if (IsFree(port) && Given.Add(port))
            {
                return port;
            }
        }
    }

    private static int FirstOfClients() => int.Parse(
        File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split('\t')[0], CultureInfo.InvariantCulture);

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Any, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
