namespace ColorDemo.Grid.Inspection;

/// <summary>Where a trace is shown.</summary>
public static class TraceAddress
{
    /// <param name="link">A <see cref="Wire.Catalog.TraceLink"/>.</param>
    /// <returns>Absent without a trace, without a link, or when the link is none of HTTP.</returns>
    public static string? Of(string? link, string? traceId) =>
        traceId is not null
        && link?.Replace("{traceId}", Uri.EscapeDataString(traceId), StringComparison.Ordinal) is { } address
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
}
