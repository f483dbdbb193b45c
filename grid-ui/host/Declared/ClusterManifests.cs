using System.Text.Json.Nodes;
using System.Threading.Channels;
using ColorDemo.Mesh.Istio;
using k8s;

namespace ColorDemo.GridHost;

/// <summary>
/// What one cluster's Kubernetes API says about routing, followed as it changes. It is only read, never written.
/// </summary>
public sealed class ClusterManifests : IDisposable
{
    private const string Istio = "networking.istio.io";

    /// <summary>Of a warning; the console has the whole list.</summary>
    private const int LongestText = 1_000;

    /// <summary>What is applied together arrives one by one.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(5);

    /// <summary>How often an API that does not answer is looked at, since it tells nothing itself.</summary>
    private static readonly TimeSpan WhileLost = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan WatchTime = TimeSpan.FromMinutes(5);

    private static readonly IReadOnlyDictionary<string, Position> NoPositions = new Dictionary<string, Position>();

    private readonly Kubernetes _api;
    private readonly TimeProvider _clock;
    private readonly Reflector[] _routing;
    private readonly Reflector _refusals;
    private readonly Reflector _slices;
    private readonly Reflector _pods;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ClusterManifests(Kubernetes api, TimeProvider clock)
    {
        (_api, _clock) = (api, clock);
        _routing =
        [
            Reflect(new(Istio, "VirtualService", "virtualservices")),
            Reflect(new(Istio, "DestinationRule", "destinationrules")),
            Reflect(new(Istio, "Gateway", "gateways")),
            Reflect(new("", "Service", "services")),
        ];
        _slices = Reflect(new("discovery.k8s.io", "EndpointSlice", "endpointslices"));
        _pods = Reflect(new("", "Pod", "pods", OnlyLabels: true));
        _refusals = Reflect(new("", "Event", "events", "reason=ManifestsRefused"));
    }

    /// <summary>Whether there has been an answer about every kind.</summary>
    public bool IsRead => _routing.All(one => one.Now.Objects is not null);

    /// <summary>Since when the API has not answered, and what happened instead; absent when it does.</summary>
    public (DateTimeOffset Since, string Problem)? Lost => _routing
        .Select(one => one.Now)
        .Where(now => now.LostSince is not null)
        .Select(now => ((DateTimeOffset, string)?)(now.LostSince!.Value, now.Problem!))
        .Min();

    /// <summary>The kinds that the API does not give, each with why: <c>gateways (403 Forbidden)</c>.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. _routing
            .Where(one => one.Now.Refusal is not null)
            .Select(one => $"{one.Kind.Plural} ({(int)one.Now.Refusal!} {one.Now.Refusal})"),
    ];

    /// <summary>Why the newest edit of the files is not in force; absent when it is, or nobody tells.</summary>
    public string? Refused => _refusals.Now.Objects?.Values
        .Select(told => $"{told["message"]}")
        .Select(text => text.Length <= LongestText ? text : $"{text[..LongestText]}...")
        .FirstOrDefault();

    /// <summary>Where services have their pods; absent when the API does not tell.</summary>
    public IEnumerable<JsonObject>? Slices => Objects(_slices);

    /// <summary>Pods with their labels and nothing else; absent when the API does not tell.</summary>
    public IEnumerable<JsonObject>? Pods => Objects(_pods);

    /// <exception cref="ManifestException">An object is wrong.</exception>
    public ManifestSet Read() => ManifestReader.Interpret(
        [.. _routing.SelectMany(one => one.Now.Objects!.Values.Select(item => Document(item, one.Kind)))]);

    /// <param name="changed">Called when something has changed and settled, never twice at a time.</param>
    public async Task FollowAsync(Action changed, CancellationToken stop)
    {
        using var timer = _clock.CreateTimer(_ => LookWhileLost(), null, WhileLost, WhileLost);
        await Task.WhenAll(
            _routing.Append(_refusals).Append(_slices).Append(_pods)
                .Select(one => one.RunAsync(stop))
                .Append(TellSettledAsync(changed, stop)));
    }

    public void Dispose() => _api.Dispose();

    private static IEnumerable<JsonObject>? Objects(Reflector one) =>
        one.Now is { Refusal: null, Objects: { } objects } ? objects.Values : null;

    private Reflector Reflect(WatchedKind kind) => new(_api, kind, _clock, TellChange, WatchTime);

    private async Task TellSettledAsync(Action changed, CancellationToken stop)
    {
        while (await _changes.Reader.WaitToReadAsync(stop))
        {
            await Task.Delay(Settling, _clock, stop);
            _changes.Reader.TryRead(out _);
            changed();
        }
    }

    private void LookWhileLost()
    {
        if (Lost is not null)
        {
            TellChange();
        }
    }

    private void TellChange() => _changes.Writer.TryWrite(true);

    /// <remarks>The items of a list need not name their kind.</remarks>
    private static ManifestDocument Document(JsonObject item, WatchedKind kind)
    {
        item["apiVersion"] = kind.ApiVersion;
        item["kind"] = kind.Kind;
        var file = $"{kind.Kind} {item["metadata"]?["namespace"]}/{item["metadata"]?["name"]}";
        return new(file, new(1, 1), item, NoPositions);
    }
}
