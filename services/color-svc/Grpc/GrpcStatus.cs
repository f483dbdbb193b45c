using System.Globalization;
using ColorDemo.ColorService.Colors;
using Grpc.Core;

namespace ColorDemo.ColorService.Grpc;

/// <summary>A failure as gRPC tells it.</summary>
internal static class GrpcStatus
{
    public static RpcException Of(Failure failure)
    {
        Metadata trailers = [];
        if (failure.RetryAfter is { } wait)
        {
            trailers.Add("retry-after", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        return new(new Status(Code(failure.Status), failure.Text), trailers);
    }

    /// <remarks>Source: the HTTP mapping that google/rpc/code.proto gives beside each code.</remarks>
    private static StatusCode Code(int status) => status switch
    {
        400 => StatusCode.InvalidArgument,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        409 => StatusCode.Aborted,
        429 => StatusCode.ResourceExhausted,
        499 => StatusCode.Cancelled,
        500 => StatusCode.Internal,
        501 => StatusCode.Unimplemented,
        503 => StatusCode.Unavailable,
        504 => StatusCode.DeadlineExceeded,
        _ => StatusCode.Unknown,
    };
}
