using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ColorDemo.Launcher;

/// <summary>The ports that one cluster opens on this machine.</summary>
internal sealed record ClusterPorts(int Ingress, int EastWest, int Api, int InMesh);

/// <summary>Decides which ports are used, and finds out early that one is taken.</summary>
internal static class LocalPorts
{
    private static readonly HashSet<int> Given = [];

    /// <summary>Pods that start again and again must not use up all ports.</summary>
    private const int MostRemembered = 1_000;

    /// <summary>
    /// The sockets of this process's own servers, open from the beginning: a port that is chosen now and opened later
    /// may be somebody else's by then.
    /// </summary>
    private static readonly ConcurrentDictionary<EndPoint, Socket> Held = new();

    /// <returns>The grid's port is 0 when it may have any: its process chooses then.</returns>
    /// <exception cref="CannotStartException">Ports are taken; every one of them is named.</exception>
    public static (int Grid, IReadOnlyList<ClusterPorts> Clusters) Plan(
        FirstPorts first, IReadOnlyList<string> clusters)
    {
        List<string> taken = [];
        var grid = first.Grid == 0 ? 0 : Reserve(first.Grid, "the grid", "--grid-port", hold: false);
        var ports = clusters.Select((cluster, index) => new ClusterPorts(
            Reserve(Nth(first.Ingress, index), $"the ingress gateway of {cluster}", "--ingress-port"),
            Reserve(Nth(first.EastWest, index), $"the east-west gateway of {cluster}", "--east-west-port"),
            Reserve(Nth(first.Api, index), $"the Kubernetes API of {cluster}", "--api-port"),
            Reserve(Nth(first.InMesh, index), $"the in-mesh client of {cluster}", "--in-mesh-port"))).ToList();
        return taken.Count == 0
            ? (grid, ports)
            : throw new CannotStartException(string.Join(Environment.NewLine, taken));

        int Reserve(int port, string owner, string option, bool hold = true)
        {
            if (port > IPEndPoint.MaxPort)
            {
                taken.Add($"There is no port {port} for {owner}: start with a lower {option}.");
            }
            else if (port > 0 && !Given.Add(port))
            {
                taken.Add($"Port {port} is wanted twice, the second time for {owner}: start with another {option}.");
            }
            else if (Open(port) is { } opened)
            {
                return Keep(opened, hold);
            }
            else
            {
                taken.Add($"Port {port} for {owner} is taken: stop the program that listens there, "
                    + $"or start with another one, for example {option} {(port < 60_000 ? port + 1_000 : 0)}.");
            }

            return port;
        }
    }

    /// <summary>A port that nobody listens on, and that this method has not given before.</summary>
    /// <remarks>For another process, which has to open it later: it may find it taken after all.</remarks>
    public static int Free()
    {
        while (true)
        {
            var port = Keep(Open(0)!, hold: false);
            lock (Given)
            {
                if (Given.Count > MostRemembered)
                {
                    Given.Clear(); // long open, or long over
                }

                if (Given.Add(port))
                {
                    return port;
                }
            }
        }
    }

    /// <summary>The socket for an address that a server of this process is about to listen on.</summary>
    public static Socket SocketOf(EndPoint address) => Held.TryRemove(address, out var socket)
        ? socket
        : SocketTransportOptions.CreateDefaultBoundListenSocket(address);

    private static int Nth(int first, int index) => first == 0 ? 0 : first + index;

    private static int Keep(Socket socket, bool hold)
    {
        var address = (IPEndPoint)socket.LocalEndPoint!;
        if (hold)
        {
            Held[address] = socket;
        }
        else
        {
            socket.Dispose();
        }

        return address.Port;
    }

    /// <returns>Listening, since only then no other socket can have the port; null when it is taken.</returns>
    private static Socket? Open(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
