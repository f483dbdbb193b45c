using System.Net;
using System.Net.Sockets;

namespace ColorDemo.Grid.Tests;

/// <summary>Carries bytes to a local port and back, or swallows them, as a network does that has come apart.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private volatile bool _isSilent;

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool IsSilent
    {
        get => _isSilent;
        set => _isSilent = value;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = CarryAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            await Task.WhenAny(
                CarryAsync(client.GetStream(), server.GetStream()), CarryAsync(server.GetStream(), client.GetStream()));
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[16 * 1024];
        while (await from.ReadAsync(bytes, _stop.Token) is > 0 and var read)
        {
            if (!_isSilent)
            {
                await to.WriteAsync(bytes.AsMemory(0, read), _stop.Token);
            }
        }
    }
}
