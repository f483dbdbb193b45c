using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Autorest;

namespace ColorDemo.GridHost;

/// <summary>Mirrors the objects of one kind: lists them, then watches from there, for as long as it runs.</summary>
/// <remarks>
/// Source: Kubernetes API concepts, "Efficient detection of changes". A watch that ends when it should goes on where it
/// was; one that ends otherwise may be that of another server, whose versions mean something else, so that follows a
/// new list.
/// </remarks>
/// <param name="changed">Told after each change of <see cref="Now"/>; must return at once.</param>
/// <param name="watchTime">Asked of the server, in whole seconds.</param>
public sealed class Reflector(
    Kubernetes api, WatchedKind kind, TimeProvider clock, Action changed, TimeSpan watchTime)
{
    /// <summary>By which a server's and this clock may differ, and an end may be on its way.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    /// <summary>The client's own timeout ends with the headers; a body may stall.</summary>
    private static readonly TimeSpan ListTime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Rights and kinds are granted by people.</summary>
    private static readonly TimeSpan LongestWaitWhenRefused = TimeSpan.FromMinutes(1);

    private volatile ReflectedKind _now = new(Objects: null);
    private DateTimeOffset _inTouch;

    public WatchedKind Kind => kind;

    public ReflectedKind Now => _now;

    public async Task RunAsync(CancellationToken stop)
    {
        var backOff = new BackOff(clock);
        string? version = null;
        _inTouch = clock.GetUtcNow();
        while (true)
        {
            var began = clock.GetTimestamp();
            version = await TryAsync(version, stop);
            var longest = _now.Refusal is null ? LongestWait : LongestWaitWhenRefused;
            await backOff.WaitAsync(clock.GetElapsedTime(began), longest, stop);
        }
    }

    /// <returns>Where the next watch begins; null when a list has to come first.</returns>
    private async Task<string?> TryAsync(string? version, CancellationToken stop)
    {
        if (version is null)
        {
            try
            {
                version = await ListAsync(stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                Miss(problem);
                return null;
            }
        }

        try
        {
            return await WatchAsync(version, stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return null; // whatever it was, the list will tell whether the API is there
        }
        finally
        {
            _inTouch = clock.GetUtcNow();
        }
    }

    private async Task<string> ListAsync(CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(ListTime);
        using var answer = await api.CustomObjects.ListClusterCustomObjectWithHttpMessagesAsync<JsonObject>(
            kind.Group, WatchedKind.Version, kind.Plural, fieldSelector: kind.FieldSelector,
            cancellationToken: late.Token);
        var items = answer.Body["items"]?.AsArray().OfType<JsonObject>() ?? [];
        Become(new(ReflectedKind.Nothing.SetItems(items.Select(item => KeyValuePair.Create(KeyOf(item), Kept(item))))));
        return VersionOf(answer.Body);
    }

    private async Task<string?> WatchAsync(string version, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        using var overdue = CancellationTokenSource.CreateLinkedTokenSource(stop);
        overdue.CancelAfter(watchTime + (2 * Slack));
        var events = api.CustomObjects.WatchListClusterCustomObjectAsync(
            kind.Group, WatchedKind.Version, kind.Plural, allowWatchBookmarks: true,
            fieldSelector: kind.FieldSelector, resourceVersion: version,
            timeoutSeconds: (int)watchTime.TotalSeconds, onError: problem => throw problem,
            cancellationToken: overdue.Token);
        await foreach (var (type, element) in events)
        {
            var item = JsonObject.Create((JsonElement)element)
                ?? throw new JsonException($"A watch of {kind.Plural} told something that is no object.");
            version = VersionOf(item);
            Apply(type, item);
        }

        return clock.GetElapsedTime(began) >= watchTime - Slack ? version : null;
    }

    private void Apply(WatchEventType type, JsonObject item)
    {
        var objects = _now.Objects!;
        switch (type)
        {
            case WatchEventType.Modified when kind.OnlyLabels
                && JsonNode.DeepEquals(objects.GetValueOrDefault(KeyOf(item)), Kept(item)):
                break;
            case WatchEventType.Added or WatchEventType.Modified:
                Become(new(objects.SetItem(KeyOf(item), Kept(item))));
                break;
            case WatchEventType.Deleted:
                Become(new(objects.Remove(KeyOf(item))));
                break;
        }
    }

    private void Miss(Exception problem)
    {
        var status = (problem as HttpOperationException)?.Response.StatusCode;
        if (status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            Become(new(ReflectedKind.Nothing) { Refusal = status });
        }
        else
        {
            Become(_now with { LostSince = _now.LostSince ?? _inTouch, Problem = problem.Message });
        }
    }

    private void Become(ReflectedKind next)
    {
        _now = next;
        changed();
    }

    private JsonObject Kept(JsonObject item) => !kind.OnlyLabels ? item : new()
    {
        ["metadata"] = new JsonObject
        {
            ["namespace"] = item["metadata"]?["namespace"]?.DeepClone(),
            ["name"] = item["metadata"]?["name"]?.DeepClone(),
            ["labels"] = item["metadata"]?["labels"]?.DeepClone(),
        },
    };

    private static string KeyOf(JsonObject item) => $"{item["metadata"]?["namespace"]}/{item["metadata"]?["name"]}";

    private static string VersionOf(JsonObject json) => $"{json["metadata"]?["resourceVersion"]}";
}
