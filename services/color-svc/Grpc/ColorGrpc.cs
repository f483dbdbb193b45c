using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;
using ColorDemo.ColorService.Grpc.V1;
using Grpc.Core;
using Color = ColorDemo.ColorService.Grpc.V1.Color;

namespace ColorDemo.ColorService.Grpc;

/// <summary>The gRPC face of the service.</summary>
internal sealed class ColorGrpc(
    ColorQuestions questions, ColorMessages messages, FaultInjection faults, IHostApplicationLifetime application)
    : V1.ColorService.ColorServiceBase
{
    public override Task<Color> GetRandomColor(GetRandomColorRequest request, ServerCallContext context) =>
        AnswerAsync(Draw(request.HasFamily ? request.Family : null), context);

    public override Task<Color> GetColor(GetColorRequest request, ServerCallContext context) =>
        AnswerAsync(questions.Named(request.Name), context);

    public override async Task<ListColorsResponse> ListColors(ListColorsRequest request, ServerCallContext context)
    {
        await InjectAsync(null, context);
        var (colors, failure) = questions.List(request.HasFamily ? request.Family : null);
        return failure is null
            ? new ListColorsResponse { Colors = { colors.Select(messages.Entry) } }
            : throw GrpcStatus.Of(failure);
    }

    public override async Task StreamRandomColors(
        StreamRandomColorsRequest request, IServerStreamWriter<Color> responseStream, ServerCallContext context)
    {
        var plan = StreamPlan.Of(request);
        var family = request.HasFamily ? request.Family : null;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, application.ApplicationStopping);
        try
        {
            for (long sent = 0; plan.IsEndless || sent < plan.Count; sent++)
            {
                if (sent > 0)
                {
                    await plan.PauseAsync(end.Token);
                }

                // Done when the client's window has room for it: the next color is not drawn before.
                await responseStream.WriteAsync(await AnswerAsync(Draw(family), context), end.Token);
            }
        }
        catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
        {
            throw GrpcStatus.Of(new Failure(StatusCodes.Status503ServiceUnavailable, "the pod stops; ask again"));
        }
        catch (Exception problem) when (context.CancellationToken.IsCancellationRequested
            && problem is (OperationCanceledException or InvalidOperationException or IOException))
        {
            // A write that begins after the client has gone is refused as an invalid operation.
            throw new RpcException(Status.DefaultCancelled);
        }
    }

    private Reply Draw(string? family) => family is null ? questions.Random() : questions.Random(family);

    private Task<Color> AnswerAsync(Reply reply, ServerCallContext context) =>
        faults.IsIdle && reply.Failure is null
            ? Task.FromResult(messages.Answer(reply.Color))
            : ObstructedAsync(reply, context);

    private async Task<Color> ObstructedAsync(Reply reply, ServerCallContext context)
    {
        await InjectAsync(reply.Color?.Family, context);
        return reply.Failure is null ? messages.Answer(reply.Color) : throw GrpcStatus.Of(reply.Failure);
    }

    private async Task InjectAsync(Family? family, ServerCallContext context)
    {
        try
        {
            var request = context.GetHttpContext().Request;
            if (await faults.InjectAsync(family, request, context.CancellationToken) is { } injected)
            {
                throw GrpcStatus.Of(injected);
            }
        }
        catch (OperationCanceledException)
        {
            throw new RpcException(Status.DefaultCancelled);
        }
    }
}
