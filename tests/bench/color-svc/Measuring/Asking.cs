using System.Net;
using System.Net.Sockets;

namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>One request on a connection of its own, with as little code as possible around it.</summary>
internal static class Asking
{
    private const int TimeoutMilliseconds = 5000;

    private static readonly byte[] Request =
        "GET /random?fmt=json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray();

    /// <summary>Whether somebody listens, and the status is 200.</summary>
    public static bool IsAnswered(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = TimeoutMilliseconds,
        };
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            socket.Send(Request);
            return HasStatus200(socket);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool HasStatus200(Socket socket)
    {
        var expected = "HTTP/1.1 200"u8;
        Span<byte> start = stackalloc byte[expected.Length];
        for (var length = 0; length < start.Length;)
        {
            var read = socket.Receive(start[length..]);
            if (read == 0)
            {
                return false;
            }

            length += read;
        }

        return start.SequenceEqual(expected);
    }
}
