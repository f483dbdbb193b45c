using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ColorDemo.ColorService;

/// <summary>
/// Three ports: without TLS, Kestrel cannot tell HTTP/1.1 from HTTP/2 on one, and not everybody may change faults.
/// </summary>
internal static class Listeners
{
    /// <summary>Marks the connections of the admin port.</summary>
    private static readonly AdminConnection Admin = new();

    public static void Listen(this KestrelServerOptions kestrel, Ports ports)
    {
        Add(ports.Address, ports.Http, HttpProtocols.Http1);
        Add(ports.Address, ports.Grpc, HttpProtocols.Http2);
        kestrel.Listen(ports.AdminAddress, ports.Admin, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection =>
            {
                connection.Features.Set(Admin);
                return next(connection);
            });
        });

        void Add(IPAddress? address, int port, HttpProtocols protocols)
        {
            if (address is null)
            {
                kestrel.ListenAnyIP(port, listen => listen.Protocols = protocols);
            }
            else
            {
                kestrel.Listen(address, port, listen => listen.Protocols = protocols);
            }
        }
    }

    public static bool IsAdmin(HttpContext context) => context.Features.Get<AdminConnection>() is not null;

    /// <exception cref="StartException">An address is in use, not ours, or not permitted.</exception>
    public static async Task ListenAsync(this WebApplication app, Ports ports)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new StartException(Explain(exception, ports));
        }
    }

    private static string Explain(Exception exception, Ports ports)
    {
        var everywhere = ports.Address?.ToString() ?? "all interfaces";
        (string Variable, int Port, string Bind, string Address)[] all =
        [
            ("PORT", ports.Http, "BIND_ADDRESS", everywhere),
            ("GRPC_PORT", ports.Grpc, "BIND_ADDRESS", everywhere),
            ("ADMIN_PORT", ports.Admin, "ADMIN_BIND", $"{ports.AdminAddress}"),
        ];

        // Kestrel names the address when it is in use, and not when it is not ours or not permitted.
        var reason = exception.GetBaseException().Message;
        var busy = all.Where(one => exception.Message.Contains($":{one.Port}:")).ToList();
        return busy is [var culprit, ..]
            ? $"color-svc cannot listen on port {culprit.Port} of {culprit.Address}: {reason}. "
                + $"{culprit.Variable} and {culprit.Bind} choose another."
            : $"color-svc cannot listen: {reason}. What it tries, and what chooses another: "
                + string.Join("; ", all.Select(one => $"{one.Variable}={one.Port} {one.Bind}={one.Address}")) + ".";
    }

    private sealed class AdminConnection;
}
