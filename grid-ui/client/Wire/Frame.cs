namespace ColorDemo.Grid.Wire;

/// <summary>What a viewer is told, at most sixty times a second. The first one carries what is remembered.</summary>
/// <param name="Now">The host's clock, which also stamps the buckets.</param>
/// <param name="Samples">The newest since the last frame, at most <see cref="MaxSamples"/>: not for counting.</param>
/// <param name="Buckets">
/// Those that changed since the last frame, each complete: a viewer that misses frames still counts right.
/// </param>
/// <param name="Epochs">Those that began since the last frame, oldest first.</param>
/// <param name="Incidents">Those since the last frame, oldest first; absent when there are none.</param>
/// <param name="Warning">Why the newest edit of the manifests is not in force; absent when it is.</param>
/// <param name="Circumstances">Absent while they are as they were told before.</param>
public sealed record Frame(
    DateTimeOffset Now,
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<Bucket> Buckets,
    IReadOnlyList<Epoch> Epochs,
    IReadOnlyList<Incident>? Incidents = null,
    string? Warning = null,
    Circumstances? Circumstances = null)
{
    /// <summary>As many as the largest wall has cells.</summary>
    public const int MaxSamples = 10_000;

    /// <summary>For who cannot see them: an abort has no CORS headers, and a browser hides such answers.</summary>
    public Frame WithoutAborts() => this with
    {
        Epochs =
        [
            .. Epochs.Select(epoch => epoch with
            {
                Split = epoch.Split is { } split ? split with { AbortPercent = 0, AbortStatus = null } : null,
            }),
        ],
    };
}

/// <summary>What happened beside the answers, and explains them.</summary>
/// <param name="Number">Counts a sampler's incidents from 1.</param>
/// <param name="Text">Short, for example <c>color-svc-v1-0 (armadillo) has gone</c>.</param>
public sealed record Incident(long Number, DateTimeOffset At, IncidentKind Kind, string Text);

public enum IncidentKind
{
    PodCame,
    PodWent,

    /// <summary>More requests were under way than the panel allows: some were not sent.</summary>
    Skipped,

    /// <summary>The page and its host lost each other. Only the page knows.</summary>
    StreamBroke,
}

/// <summary>What may be watched: the browser names one of each and never an address.</summary>
/// <param name="TraceLink">Where a trace is shown, with <c>{traceId}</c> in it; absent when nowhere.</param>
/// <param name="BrowserGateways">
/// Where the page itself may ask a gateway: scheme, host and port by its name; absent when nowhere.
/// </param>
public sealed record Catalog(
    IReadOnlyList<string> Gateways, IReadOnlyList<string> Paths, string? TraceLink = null,
    IReadOnlyDictionary<string, string>? BrowserGateways = null)
{
    public string? BrowserAddressOf(string gateway) => BrowserGateways?.GetValueOrDefault(gateway);
}
