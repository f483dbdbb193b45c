using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ColorDemo.Mesh.Api;

/// <summary>Follows a list. A client that reads slowly costs its own connection's buffers and nobody's time.</summary>
internal sealed class Watch
{
    private const int MostUnsent = 64 * 1024; // bytes, but for a single larger object
    private const int MostChanges = 256;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BetweenBookmarks = TimeSpan.FromMinutes(1);

    /// <summary>How long a client may leave a full buffer unread before its watch ends.</summary>
    private static readonly TimeSpan SlowestRead = TimeSpan.FromSeconds(30);

    private readonly ApiCall _call;
    private readonly ChangeLog _log;
    private readonly WatchEvents _events;
    private readonly CancellationToken _stop;
    private long _version;

    private Watch(ApiCall call, WatchEvents events, long version, CancellationToken stop)
    {
        _call = call;
        _log = call.Api.Store.LogOf(call.Api.Cluster);
        _events = events;
        _version = version;
        _stop = stop;
    }

    public static async Task AnswerAsync(ApiCall call)
    {
        var selection = new Selection(call);
        var longest = call.Query.WholeNumber("timeoutSeconds") is { } seconds && seconds < Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : Longest;
        var events = new WatchEvents(call, selection, call.Http.Response.BodyWriter);
        var start = await WatchStart.OfAsync(call, selection);
        if (call.Api.Refused() is { } why)
        {
            call.Warn(why);
        }

        call.TellWarnings();
        call.Http.Response.ContentType = "application/json";
        call.Http.Response.Headers.CacheControl = "no-cache, private";
        await call.Http.Response.StartAsync(call.Aborted);
        var stopping = call.Http.RequestServices?.GetService<IHostApplicationLifetime>()?.ApplicationStopping;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, stopping ?? default);
        var watch = new Watch(call, events, start.Version, stop.Token);
        try
        {
            await watch.TellAsync(start);
            await watch.FollowAsync(TimeProvider.System.GetTimestamp(), longest);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the client has gone, or the server is about to
        }
        catch (TimeoutException)
        {
            call.Http.Abort();
        }
    }

    private async Task TellAsync(WatchStart start)
    {
        foreach (var one in start.Initial ?? [])
        {
            _events.Add(one);
            await SendIfManyAsync();
        }

        if (start.IsEndTold)
        {
            _events.Bookmark(_version, isEndOfInitial: true);
        }

        await SendAsync();
    }

    private async Task FollowAsync(long began, TimeSpan longest)
    {
        var toldAt = began;
        while (TimeProvider.System.GetElapsedTime(began) is var passed && passed < longest)
        {
            if (_log.After(_version, MostChanges) is not { } changes)
            {
                _events.Error(WatchStart.TooOld);
                await SendAsync();
                return;
            }

            await TellAsync(changes);
            if (_call.Query.AllowsBookmarks && TimeProvider.System.GetElapsedTime(toldAt) >= BetweenBookmarks)
            {
                toldAt = TimeProvider.System.GetTimestamp();
                _events.Bookmark(_version);
                await SendAsync();
            }

            var pause = longest - passed;
            await _log.GrownAfter(_version).WaitAsync(pause < BetweenBookmarks ? pause : BetweenBookmarks, _stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.ThrowIfCancellationRequested();
        }

        if (_call.Query.AllowsBookmarks)
        {
            _events.Bookmark(_version);
            await SendAsync();
        }
    }

    private async Task TellAsync(IReadOnlyList<StoreChange> changes)
    {
        foreach (var change in changes)
        {
            _events.Add(change);
            _version = change.Version;
            await SendIfManyAsync();
        }

        await SendAsync();
    }

    private Task SendIfManyAsync() => _events.Unsent > MostUnsent ? SendAsync() : Task.CompletedTask;

    /// <exception cref="TimeoutException">The client does not read.</exception>
    private async Task SendAsync()
    {
        _events.Unsent = 0;
        var sending = _call.Http.Response.BodyWriter.FlushAsync(_stop);
        if (!sending.IsCompletedSuccessfully)
        {
            await sending.AsTask().WaitAsync(SlowestRead, _stop);
        }
    }
}
