using System.Net.Http.Headers;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Whether a route wants a try repeated.</summary>
/// <remarks>Source: Envoy's <c>RetryStateImpl</c>. <c>retriable-headers</c> names no headers in Istio.</remarks>
internal static class RetryConditions
{
    private const int LongestBackoff = 10; // times the first one: Envoy's default

    public static bool Want(this RetryPolicy policy, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var headers = answer.Headers.NonValidated;
        return policy.Attempts > 0
            && (IsUnwanted(policy, status) || (headers.Contains(MeshHeaders.GrpcStatus) && IsUnwanted(policy, headers)))
            && !headers.Contains(MeshHeaders.Overloaded);
    }

    public static bool Want(this RetryPolicy policy, TryEnd end) => policy.Attempts > 0 && end switch
    {
        TryEnd.ConnectFailure or TryEnd.ConnectTimeout =>
            policy.Has("connect-failure") || policy.Has("reset-before-request") || IsForResets(policy),
        TryEnd.Reset or TryEnd.ProtocolError or TryEnd.TryTimeout => IsForResets(policy),
        _ => false,
    };

    /// <summary>Doubled each time up to the longest, then drawn between 0 and that.</summary>
    /// <param name="retry">1 for the first retry.</param>
    public static TimeSpan BackoffBefore(this RetryPolicy policy, int retry) =>
        policy.Backoff * Math.Min(Math.Pow(2, retry - 1), LongestBackoff) * Random.Shared.NextDouble();

    private static bool IsUnwanted(RetryPolicy policy, int status) => status switch
    {
        _ when policy.StatusCodes.Count > 0 && policy.Has("retriable-status-codes")
            && policy.StatusCodes.Contains(status) => true,
        409 => policy.Has("retriable-4xx"),
        502 or 503 or 504 => policy.Has("5xx") || policy.Has("gateway-error"),
        >= 500 => policy.Has("5xx"),
        _ => false,
    };

    private static bool IsUnwanted(RetryPolicy policy, HttpHeadersNonValidated headers) =>
        headers[MeshHeaders.GrpcStatus].ToString() switch
        {
            "1" => policy.Has("cancelled"),
            "4" => policy.Has("deadline-exceeded"),
            "8" => policy.Has("resource-exhausted"),
            "13" => policy.Has("internal"),
            "14" => policy.Has("unavailable"),
            _ => false,
        };

    /// <remarks>A reset counts as a 5xx, since it will result in one.</remarks>
    private static bool IsForResets(RetryPolicy policy) =>
        policy.Has("reset") || policy.Has("5xx") || policy.Has("gateway-error");

    private static bool Has(this RetryPolicy policy, string condition) => policy.RetryOn.Contains(condition);
}
