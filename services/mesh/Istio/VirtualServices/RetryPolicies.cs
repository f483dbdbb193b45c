using System.Globalization;

namespace ColorDemo.Mesh.Istio;

/// <summary>The conditions that <c>retryOn</c> may name.</summary>
/// <remarks>Source: Envoy's <c>x-envoy-retry-on</c> and <c>x-envoy-retry-grpc-on</c>, those that Istio takes.</remarks>
internal static class RetryPolicies
{
    private static readonly string[] Named =
    [
        "5xx", "gateway-error", "reset", "reset-before-request", "connect-failure", "retriable-4xx", "refused-stream",
        "retriable-status-codes", "retriable-headers", "envoy-ratelimited", "http3-post-connect-failure",
        "cancelled", "deadline-exceeded", "internal", "resource-exhausted", "unavailable",
    ];

    /// <summary>For a message.</summary>
    public static string All { get; } = string.Join(", ", Named);

    public static bool IsKnown(string policy) => Named.Contains(policy) || IsStatus(policy);

    public static int StatusOf(string policy) => int.Parse(policy, NumberFormatInfo.InvariantInfo);

    /// <summary>A status that HTTP defines: others are refused.</summary>
    public static bool IsStatus(string policy) =>
        policy.Length == 3 && policy.All(char.IsAsciiDigit) && StatusOf(policy) is
        (>= 100 and <= 103) or (>= 200 and <= 208) or 226 or (>= 300 and <= 305) or 307 or 308
        or (>= 400 and <= 418) or (>= 421 and <= 426) or 428 or 429 or 431 or 451
        or (>= 500 and <= 508) or 510 or 511;
}
