using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Grpc.V1;

namespace ColorDemo.ColorService.Grpc;

/// <summary>How often a stream sends a color, and how many.</summary>
/// <param name="Count">0 means without end.</param>
internal readonly record struct StreamPlan(TimeSpan Interval, int Count)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public bool IsEndless => Count == 0;

    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT: a field is out of its range.</exception>
    public static StreamPlan Of(StreamRandomColorsRequest request)
    {
        if (request.HasCount && request.Count < 1)
        {
            throw Invalid("count must be at least 1; leave it out for a stream without end");
        }

        var interval = request.Interval is { } given
            ? TimeSpan.FromSeconds(given.Seconds is >= 0 and <= 3600 ? given.Seconds : -1)
                + TimeSpan.FromMicroseconds(given.Nanos / 1000.0)
            : TimeSpan.FromSeconds(1);
        return interval >= TimeSpan.Zero && interval <= Longest
            ? new(interval, request.HasCount ? request.Count : 0)
            : throw Invalid("interval must be from 0 to 1 hour");
    }

    public Task PauseAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Interval == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(Interval, cancellation);
    }

    private static global::Grpc.Core.RpcException Invalid(string detail) =>
        GrpcStatus.Of(new Failure(StatusCodes.Status400BadRequest, detail));
}
