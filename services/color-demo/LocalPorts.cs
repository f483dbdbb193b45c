using System.Net;
using System.Net.Sockets;

namespace ColorDemo.Launcher;

/// <summary>The ports that one cluster opens on this machine.</summary>
internal sealed record ClusterPorts(int Ingress, int EastWest, int Api, int InMesh);

/// <summary>Decides which ports are used, and finds out early that one is taken.</summary>
internal static class LocalPorts
{
    private static readonly HashSet<int> Given = [];

    /// <exception cref="CannotStartException">Ports are taken; every one of them is named.</exception>
    public static (int Grid, IReadOnlyList<ClusterPorts> Clusters) Plan(
        FirstPorts first, IReadOnlyList<string> clusters)
    {
        List<string> taken = [];
        var grid = Reserve(first.Grid, "the grid", "--grid-port");
        var ports = clusters.Select((cluster, index) => new ClusterPorts(
            Reserve(Nth(first.Ingress, index), $"the ingress gateway of {cluster}", "--ingress-port"),
            Reserve(Nth(first.EastWest, index), $"the east-west gateway of {cluster}", "--east-west-port"),
            Reserve(Nth(first.Api, index), $"the Kubernetes API of {cluster}", "--api-port"),
            Reserve(Nth(first.InMesh, index), $"the in-mesh client of {cluster}", "--in-mesh-port"))).ToList();
        return taken.Count == 0
            ? (grid, ports)
            : throw new CannotStartException(string.Join(Environment.NewLine, taken));

        int Reserve(int port, string owner, string option)
        {
            if (port == 0)
            {
                return Free();
            }

            if (port > IPEndPoint.MaxPort)
            {
                taken.Add($"There is no port {port} for {owner}: start with a lower {option}.");
            }
            else if (!Given.Add(port))
            {
                taken.Add($"Port {port} is wanted twice, the second time for {owner}: start with another {option}.");
            }
            else if (!IsFree(port))
            {
                taken.Add($"Port {port} for {owner} is taken: stop the program that listens there, "
                    + $"or start with another one, for example {option} {(port < 60_000 ? port + 1_000 : 0)}.");
            }

            return port;
        }
    }

    /// <summary>A port that nobody listens on, and that this method has not given before.</summary>
    public static int Free()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            lock (Given)
            {
                if (Given.Add(port))
                {
                    return port;
                }
            }
        }
    }

    private static int Nth(int first, int index) => first == 0 ? 0 : first + index;

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (Exception wrong) when (wrong is SocketException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
