using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ColorDemo.GridHost;

/// <summary>Where the host listens, and what it says when it cannot.</summary>
public static class Listening
{
    public static void ListenAsConfigured(this KestrelServerOptions kestrel, GridSettings settings)
    {
        kestrel.AddServerHeader = false;
        if (settings.Address is { } address)
        {
            kestrel.Listen(new IPEndPoint(address, settings.Port));
        }
        else
        {
            kestrel.ListenAnyIP(settings.Port);
        }
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunOrExplainAsync(this WebApplication app, GridSettings settings)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"PORT: {settings.Port} is in use by another program; stop that program or give another port.");
            return 1;
        }
        catch (SocketException problem)
        {
            await Console.Error.WriteLineAsync(
                $"BIND_ADDRESS: {settings.Address} cannot be listened on: {problem.Message}.");
            return 1;
        }
    }
}
