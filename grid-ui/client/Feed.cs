using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>News for a panel: a frame, or a sentence on why there is none.</summary>
public sealed record Report(Frame? Frame, string? Trouble);

/// <summary>Frames from the host, for as long as somebody listens: what breaks is reported and tried again.</summary>
/// <param name="http">Its base address is the host's.</param>
public sealed class Feed(HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private const string Broken = "The connection to the host broke; connecting again.";

    /// <summary>The host sends at least one frame a second.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Report> WatchAsync(
        Sampling sampling, [EnumeratorCancellation] CancellationToken stop)
    {
        var query = $"stream?{sampling}";
        for (var pause = TimeSpan.Zero; !stop.IsCancellationRequested;)
        {
            using var socket = new ClientWebSocket();
            var frames = new FrameReader();
            var seen = 0;
            for (var open = await ConnectAsync(socket, query, stop); open;)
            {
                var frame = await ReceiveAsync(socket, frames, seen++, stop);
                open = frame is not null;
                if (open)
                {
                    pause = TimeSpan.Zero;
                    yield return new(frame, null);
                }
            }

            if (!stop.IsCancellationRequested)
            {
                yield return new(null, Broken);
                yield return new(null, await ExplainAsync(query, stop));
                pause = pause == TimeSpan.Zero ? ShortestPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
                await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing
                    | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private async Task<bool> ConnectAsync(ClientWebSocket socket, string query, CancellationToken stop)
    {
        using var silence = Silenced(stop);
        try
        {
            var address = new UriBuilder(new Uri(http.BaseAddress!, query));
            address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
            await socket.ConnectAsync(address.Uri, silence.Token);
            return true;
        }
        catch (Exception problem) when (problem
            is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <remarks>A receive that is cancelled leaves the browser's socket open; one that is aborted closes it.</remarks>
    /// <param name="seen">How many frames of this connection have been shown.</param>
    private static async Task<Frame?> ReceiveAsync(
        ClientWebSocket socket, FrameReader frames, int seen, CancellationToken stop)
    {
        using var silence = Silenced(stop);
        await using var close = silence.Token.Register(socket.Abort);
        try
        {
            if (seen > 0 && seen % FrameFormat.FramesPerWord == 0)
            {
                await socket.SendAsync(
                    ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Binary, endOfMessage: true, default);
            }

            using var message = new MemoryStream();
            var chunk = new byte[16 * 1024];
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(chunk.AsMemory(), default);
                message.Write(chunk, 0, part.Count);
            }
            while (!part.EndOfMessage);
            return part.MessageType == WebSocketMessageType.Binary
                ? frames.Read(message.GetBuffer().AsSpan(0, (int)message.Length))
                : null;
        }
        catch (Exception problem) when (problem
            is WebSocketException or OperationCanceledException or ObjectDisposedException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A browser hides why a WebSocket was refused; the same address asked by HTTP says it.</summary>
    private async Task<string> ExplainAsync(string query, CancellationToken stop)
    {
        using var silence = Silenced(stop);
        try
        {
            using var answer = await http.GetAsync(query, silence.Token);
            return (int)answer.StatusCode switch
            {
                400 or 403 or 503 => await answer.Content.ReadAsStringAsync(silence.Token),
                414 or 431 => "This panel has more headers than a request may bear; take some away.",
                _ => Broken,
            };
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return "The host of this page does not answer; it is tried again until it does.";
        }
    }

    private static CancellationTokenSource Silenced(CancellationToken stop)
    {
        var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
        silence.CancelAfter(Silence);
        return silence;
    }
}
