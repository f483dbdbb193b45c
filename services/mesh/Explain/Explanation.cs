using System.Text.Json.Serialization;

namespace ColorDemo.Mesh.Explain;

/// <summary>What becomes of a request; members that do not apply are null.</summary>
public sealed record Explanation
{
    public string? Name { get; init; }

    /// <summary>
    /// forwarded, no_route, no_listener, no_cluster, no_healthy_upstream, redirect, direct_response, fault_abort,
    /// cors_preflight or passthrough.
    /// </summary>
    public required string Outcome { get; init; }

    /// <summary>Of an answer that the proxy gives itself.</summary>
    public int? Status { get; init; }

    /// <summary>Envoy's response flag.</summary>
    public string? Flag { get; init; }

    /// <summary><c>rule</c> or <c>rule.condition</c>, by their names; null when they have none.</summary>
    public string? Route { get; init; }

    /// <summary><c>namespace/name</c>.</summary>
    public string? Gateway { get; init; }

    /// <summary><c>namespace/name</c>.</summary>
    public string? VirtualService { get; init; }

    public IReadOnlyList<Share>? Distribution { get; init; }

    public UpstreamView? Upstream { get; init; }

    public ResponseView? Response { get; init; }

    public FaultView? Fault { get; init; }

    public IReadOnlyList<MirrorView>? Mirrors { get; init; }

    public long? TimeoutMs { get; init; }

    public RetriesView? Retries { get; init; }

    public PolicyView? Policy { get; init; }

    public AffinityView? Affinity { get; init; }

    /// <summary>Fields of the rule that Istio obeys and the mesh here does not.</summary>
    public IReadOnlyList<string>? Unsupported { get; init; }

    /// <summary>How it was found, one thing a line, for people.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <param name="Percent">0 to 100, as declared.</param>
/// <param name="Workloads">Who may answer, as <c>deployment@cluster</c>: only those of the priority in use.</param>
/// <param name="Endpoints">Addresses that a ServiceEntry names, <c>address:port</c>.</param>
/// <param name="Status">When this share fails.</param>
/// <param name="Flag">Likewise.</param>
public sealed record Share(
    string Host,
    string? Subset,
    int Port,
    double Percent,
    IReadOnlyList<string> Workloads,
    IReadOnlyList<string> Endpoints,
    int? Status,
    string? Flag);

/// <summary>The request as the upstream gets it.</summary>
/// <param name="Path">With the query.</param>
/// <param name="Headers">Those sent and those changed; names in lower case.</param>
/// <param name="Absent">Names that were removed.</param>
public sealed record UpstreamView(
    string Path, string Authority, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Absent);

/// <summary>What the proxy itself does to the answer, or its own answer.</summary>
public sealed record ResponseView(
    IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Absent, string? Body);

public sealed record FaultView(DelayView? Delay, AbortView? Abort);

public sealed record DelayView(long Ms, double Percent);

public sealed record AbortView(int Status, double Percent);

public sealed record MirrorView(string Host, string? Subset, int Port, double Percent);

public sealed record RetriesView(
    int Attempts, IReadOnlyList<string> RetryOn, long? PerTryTimeoutMs, IReadOnlyList<int> StatusCodes);

/// <param name="LoadBalancer">Istio's name; null with consistent hashing.</param>
/// <param name="Tls">Istio's mode; null when it is automatic.</param>
public sealed record PolicyView(string? LoadBalancer, int? MaxConnections, string? Tls);

/// <summary>What requests that belong together have in common.</summary>
/// <param name="Kind">header, cookie, query or source.</param>
public sealed record AffinityView(string Kind, string? Name);
