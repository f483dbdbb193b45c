namespace ColorDemo.GridHost;

/// <summary>
/// Any page may open a WebSocket to any host, or post to it: the browser's word on where that page came from decides.
/// </summary>
public static class PageOrigin
{
    /// <returns>Nothing when the page is this host's own, or when no browser asks.</returns>
    public static IResult? Refusal(HttpRequest request) => IsOwn(request)
        ? null
        : Results.Text(
            $"Origin: {Given.Show(request.Headers.Origin)} may not use this host; open its own page.",
            statusCode: StatusCodes.Status403Forbidden);

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && HostString.FromUriComponent(from) is var host
            && host.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && from.Port == (request.Host.Port ?? (request.IsHttps ? 443 : 80)));
}
