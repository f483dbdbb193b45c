namespace ColorDemo.GridHost;

/// <summary><c>/stream?gateway=armadillo&amp;path=/random&amp;rate=20</c>: frames over a WebSocket.</summary>
public static class StreamEndpoint
{
    public static void MapStream(this IEndpointRouteBuilder app) => app.Map("/stream", StreamAsync);

    private static async Task<IResult> StreamAsync(
        HttpContext context, GridSettings settings, Samplers samplers, IHostApplicationLifetime lifetime)
    {
        var (target, refusal) = StreamRequest.Read(context.Request.Query, settings);
        if (target is null)
        {
            return Results.Text(refusal, statusCode: StatusCodes.Status400BadRequest);
        }

        if (!IsSameHost(context.Request))
        {
            return Results.Text(
                $"Origin: {context.Request.Headers.Origin} may not watch this host; open its own page.",
                statusCode: StatusCodes.Status403Forbidden);
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return Results.Text("This address speaks WebSocket.", statusCode: StatusCodes.Status426UpgradeRequired);
        }

        if (!samplers.TryJoin(target, out var viewing, out var full))
        {
            return Results.Text(full, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        using (viewing)
        using (var socket = await context.WebSockets.AcceptWebSocketAsync())
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(
            lifetime.ApplicationStopping, context.RequestAborted))
        using (var viewer = new Viewer(socket, viewing.Broadcast))
        {
            await viewer.WatchAsync(stop.Token);
        }

        return Results.Empty;
    }

    /// <summary>Any page may open a WebSocket to any host: the browser's word on its origin decides.</summary>
    private static bool IsSameHost(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && HostString.FromUriComponent(from) is var host
            && host.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && from.Port == (request.Host.Port ?? (request.IsHttps ? 443 : 80)));
}
