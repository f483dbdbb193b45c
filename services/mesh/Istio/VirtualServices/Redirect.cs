namespace ColorDemo.Mesh.Istio;

/// <summary>Sends the client elsewhere. Istio <c>HTTPRedirect</c>; absent parts stay as they are in the request.</summary>
/// <param name="Uri">The whole new path; the query stays, unless this has one.</param>
/// <param name="PrefixRewrite">Replaces the matched prefix. Istio 1.31 and later.</param>
/// <param name="DerivePort">FROM_PROTOCOL_DEFAULT or FROM_REQUEST_PORT.</param>
/// <param name="Code">301, the default, 302, 303, 307 or 308; with another 3xx Istio makes a route without action.</param>
public sealed record Redirect(
    string? Uri, string? PrefixRewrite, string? Authority, string? Scheme, int? Port, string? DerivePort, int Code);
