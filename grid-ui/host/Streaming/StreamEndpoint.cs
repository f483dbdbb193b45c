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

        if (PageOrigin.Refusal(context.Request) is { } foreign)
        {
            return foreign;
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
}
