using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>When a try that failed is repeated, with Istio's defaults filled in.</summary>
/// <param name="Attempts">Tries after the first; 0 for none.</param>
/// <param name="RetryOn">Envoy's conditions.</param>
/// <param name="StatusCodes">For the condition <c>retriable-status-codes</c>.</param>
public sealed record RetryPolicy(
    int Attempts,
    IReadOnlyList<string> RetryOn,
    IReadOnlyList<int> StatusCodes,
    TimeSpan? PerTryTimeout,
    TimeSpan Backoff)
{
    private const string StatusCodesCondition = "retriable-status-codes";

    /// <remarks>Source: Istio's <c>retry.DefaultPolicy</c>: an application's plain 503 is not retried.</remarks>
    public static RetryPolicy Default { get; } = new(
        2,
        ["connect-failure", "refused-stream", "unavailable", "cancelled", StatusCodesCondition],
        [],
        null,
        TimeSpan.FromMilliseconds(25));

    public static RetryPolicy Disabled { get; } = Default with { Attempts = 0, RetryOn = [] };

    internal static RetryPolicy Of(Retries? retries)
    {
        if (retries is null)
        {
            return Default;
        }

        if (retries.Attempts == 0)
        {
            return Disabled;
        }

        var conditions = retries.RetryOn ?? (retries.StatusCodes.Count > 0 ? [] : Default.RetryOn);
        return new(
            retries.Attempts,
            retries.StatusCodes.Count > 0 && !conditions.Contains(StatusCodesCondition)
                ? [.. conditions, StatusCodesCondition]
                : conditions,
            retries.StatusCodes,
            retries.PerTryTimeout,
            retries.Backoff ?? Default.Backoff);
    }
}
