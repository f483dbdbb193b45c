using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>What becomes of a request that takes a route.</summary>
public abstract record RouteAction;

/// <summary>It goes on to an upstream.</summary>
/// <param name="Path">Absent: the path stays.</param>
/// <param name="Authority">The Host header that the upstream gets; absent: the destination's, or the client's.</param>
/// <param name="Timeout">From the end of the request to the end of the answer; absent: none.</param>
/// <param name="UnknownUpstreamStatus">
/// The answer when the destination is not known: 503, or 500 for an HTTPRoute.
/// </param>
public sealed record ForwardAction(
    Split Split,
    PathRewrite? Path,
    string? Authority,
    TimeSpan? Timeout,
    RetryPolicy Retries,
    IReadOnlyList<MirrorTarget> Mirrors,
    int UnknownUpstreamStatus) : RouteAction;

/// <summary>Gets a copy of some requests; nobody waits for its answer.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Upstream">Absent when it is not known: then there is no copy.</param>
public sealed record MirrorTarget(string Host, string? Subset, int Port, double Percent, Upstream? Upstream);

/// <summary>The proxy answers itself.</summary>
public sealed record RespondAction(int Status, ReadOnlyMemory<byte> Body) : RouteAction;

/// <summary>The client is sent elsewhere.</summary>
/// <param name="Port">Of the listener, for <c>derivePort: FROM_REQUEST_PORT</c>.</param>
/// <param name="Prefix">Replaces the matched prefix of the path; absent: <c>uri</c>, or the path as it is.</param>
public sealed record RedirectAction(Redirect Redirect, int Port, PathRewrite? Prefix) : RouteAction
{
    public int Status => Redirect.Code;

    /// <summary>The absolute address of the <c>Location</c> header.</summary>
    /// <remarks>Source: Istio's <c>ApplyRedirect</c> and Envoy's <c>RouteEntryImplBase::newUri</c>.</remarks>
    public string LocationOf(in MeshRequest request)
    {
        var scheme = Redirect.Scheme ?? request.Scheme;
        var port = PortOf(scheme);
        var host = Redirect.Authority is { Length: > 0 } authority
            ? authority
            : KeepsPort(request, scheme, port) ? request.Authority : request.Host;
        return string.Concat($"{scheme}://", host, port, PathOf(request));
    }

    private string PortOf(string scheme)
    {
        var port = Redirect.Port ?? (Redirect.DerivePort == "FROM_REQUEST_PORT" ? Port : 0);
        return port == 0 || (port, scheme) is (80, "http") or (443, "https") ? "" : $":{port}";
    }

    /// <summary>The port of the Host header goes when another is given, or when it was the old scheme's own.</summary>
    private static bool KeepsPort(in MeshRequest request, string scheme, string port) => port.Length == 0
        && (scheme == request.Scheme
            || !((request.Scheme == "http" && request.Port is ":80")
                || (request.Scheme == "https" && request.Port is ":443")));

    private string PathOf(in MeshRequest request) =>
        Redirect.Uri is { Length: > 0 } uri
            ? uri.Contains('?') ? uri : uri + request.Query
            : (Prefix?.Apply(request.Path) ?? request.Path) + request.Query;
}
