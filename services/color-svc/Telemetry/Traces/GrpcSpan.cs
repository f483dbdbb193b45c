using System.Diagnostics;
using Grpc.Core;

namespace ColorDemo.ColorService.Telemetry.Traces;

internal static class GrpcSpan
{
    public static void Describe(Activity span, HttpContext context, IMethod method)
    {
        span.DisplayName = method.FullName[1..]; // SERVICE/METHOD
        span.SetTag("rpc.system", "grpc");
        span.SetTag("rpc.service", method.ServiceName);
        span.SetTag("rpc.method", method.Name);

        var code = CallMetrics.CodeOf(context);
        span.SetTag("rpc.grpc.status_code", (int)code);
        if (IsServerError(code))
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>What is no fault of the caller.</summary>
    private static bool IsServerError(StatusCode code) => code
        is StatusCode.Unknown
        or StatusCode.DeadlineExceeded
        or StatusCode.Unimplemented
        or StatusCode.Internal
        or StatusCode.Unavailable
        or StatusCode.DataLoss;
}
