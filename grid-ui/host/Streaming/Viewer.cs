using System.Net.WebSockets;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>One page that watches a sampler. A slow one gets fewer, always the newest, and counts right.</summary>
/// <remarks>
/// A browser takes from the network whatever comes and keeps it for its page: that the socket takes more says nothing.
/// Hence the page tells what it has seen.
/// </remarks>
public sealed class Viewer(WebSocket socket, Broadcast broadcast) : IDisposable
{
    private readonly SemaphoreSlim _mayBeSent = new(FrameFormat.MaxUnseen);

    public async Task WatchAsync(CancellationToken ending)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ending);
        Task[] both = [SendAsync(stop.Token), ReceiveAsync(stop.Token)];
        await Task.WhenAny(both);
        await stop.CancelAsync();
        await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _mayBeSent.Dispose();

    private async Task SendAsync(CancellationToken stop)
    {
        for (var known = default(Cursor); ; known = await TellNewestAsync(known, stop))
        {
            await _mayBeSent.WaitAsync(stop);
        }
    }

    private async Task<Cursor> TellNewestAsync(Cursor known, CancellationToken stop)
    {
        var tick = known.Tick == 0 ? broadcast.First() : await broadcast.AfterAsync(known, stop);
        var (now, frame) = (tick.Cursor, tick.FrameAfter(known));
        await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, stop);
        return now;
    }

    private async Task ReceiveAsync(CancellationToken stop)
    {
        var ignored = new byte[64];
        // Words are empty; who says anything else is no page of ours.
        while (await socket.ReceiveAsync(ignored.AsMemory(), stop)
            is { MessageType: WebSocketMessageType.Binary, Count: 0, EndOfMessage: true })
        {
            // Who says too often that frames were seen gets no more of them.
            if (_mayBeSent.CurrentCount <= FrameFormat.MaxUnseen - FrameFormat.FramesPerWord)
            {
                _mayBeSent.Release(FrameFormat.FramesPerWord);
            }
        }
    }
}
