namespace ColorDemo.Grid.Wire;

/// <summary>All that is known of one sample; the host remembers it of the newest ones.</summary>
/// <param name="Url">As it was asked, with scheme, host and query.</param>
/// <param name="Sent">The headers that the panel adds.</param>
/// <param name="Received">The answer's headers, at most 64; without an answer none.</param>
/// <param name="TraceId">32 hexadecimal digits; absent when the request bore no trace.</param>
/// <param name="Rule">Why it went there; absent when the manifests are unknown.</param>
public sealed record SampleDetails(
    Sample Sample, DateTimeOffset SentAt, string Url, IReadOnlyList<Header> Sent, IReadOnlyList<Header> Received,
    string? TraceId, DeclaredRule? Rule);

/// <summary>The rule that decides where a request goes, as the declared manifests say it.</summary>
/// <param name="Name">For example <c>VirtualService color/color, split</c>.</param>
/// <param name="Place">For example <c>manifests/mesh/virtual-service.yaml:12</c>; empty when unknown.</param>
public sealed record DeclaredRule(string Name, string Place);
