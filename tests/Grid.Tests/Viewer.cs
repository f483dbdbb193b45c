using System.Net.WebSockets;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

/// <summary>A viewer without a browser: a WebSocket and what came over it.</summary>
internal sealed class Viewer : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1024 * 1024];
    private readonly FrameReader _frames = new();
    private int _seen;

    /// <summary>Everything told so far, as the page would know it.</summary>
    public History History { get; } = new();

    public static Uri Address(Uri host, string query) =>
        new UriBuilder(new Uri(host, $"stream?{query}")) { Scheme = "ws" }.Uri;

    public static async Task<Viewer> JoinAsync(GridHostProcess host, string query)
    {
        var viewer = new Viewer();
        await viewer._socket.ConnectAsync(Address(host.Address, query), TestContext.Current.CancellationToken);
        return viewer;
    }

    public async Task<Frame> NextAsync()
    {
        if (++_seen % FrameFormat.FramesPerWord == 0)
        {
            await SayAsync();
        }

        return await NextUnseenAsync();
    }

    /// <summary>That it has seen frames.</summary>
    public ValueTask SayAsync() => _socket.SendAsync(
        ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);

    /// <summary>As a page does that is too busy to look at it.</summary>
    public async Task<Frame> NextUnseenAsync()
    {
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(length), TestContext.Current.CancellationToken);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        var frame = _frames.Read(_buffer.AsSpan(0, length));
        History.Add(frame);
        return frame;
    }

    public async Task<Frame> NextWithAsync(Func<Frame, bool> wanted)
    {
        while (true)
        {
            if (await NextAsync() is var frame && wanted(frame))
            {
                return frame;
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
