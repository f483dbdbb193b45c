using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace ColorDemo.ColorService.Grpc;

/// <summary>
/// Watchers of health and talks with reflection last as long as their client likes. They are broken off when the
/// service stops, which would wait for them otherwise. Streams of colors end by themselves, with words.
/// </summary>
internal sealed class EndlessCalls(CancellationToken stopping)
{
    public RequestDelegate BreakOff(RequestDelegate next) => context =>
        context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { } call
        && call.Method.Type != MethodType.Unary
        && call.ServiceType != typeof(ColorGrpc)
            ? BreakOffAsync(next, context)
            : next(context);

    private async Task BreakOffAsync(RequestDelegate next, HttpContext context)
    {
        await using var registration = stopping.Register(context.Abort);
        await next(context);
    }
}
