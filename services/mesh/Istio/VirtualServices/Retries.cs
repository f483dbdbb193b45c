namespace ColorDemo.Mesh.Istio;

/// <summary>When a failed try is repeated. Istio <c>HTTPRetry</c>.</summary>
/// <param name="Attempts">Tries after the first; 0 switches retries off.</param>
/// <param name="RetryOn">Envoy's conditions, without the numbers among them; null means Istio's default.</param>
/// <param name="StatusCodes">The numbers that stood in <c>retryOn</c>.</param>
/// <param name="PerTryTimeout">Absent: only the route's own timeout counts.</param>
/// <param name="Backoff">Before the first retry, then doubled, with jitter; absent means 25 ms.</param>
public sealed record Retries(
    int Attempts,
    IReadOnlyList<string>? RetryOn,
    IReadOnlyList<int> StatusCodes,
    TimeSpan? PerTryTimeout,
    TimeSpan? Backoff)
{
    private static readonly string[] NotSimulated = ["retryIgnorePreviousHosts", "retryRemoteLocalities"];
    private static readonly string[] NeedAttempts = ["perTryTimeout", "retryOn", "retryRemoteLocalities"];

    /// <param name="unsupported">Gets the paths of fields that are not simulated.</param>
    internal static Retries? Read(Fields? retries, List<string> unsupported)
    {
        if (retries is null)
        {
            return null;
        }

        var policies = retries.Text("retryOn") is { Length: > 0 } text ? text.Split(',') : null;
        foreach (var policy in policies?.Where(policy => !RetryPolicies.IsKnown(policy)) ?? [])
        {
            retries.Error("retryOn", $"'{policy}' is not a valid retryOn policy; write, with commas and no spaces "
                + $"between them, HTTP statuses or {RetryPolicies.All}");
        }

        var read = new Retries(
            ReadAttempts(retries),
            policies?.Where(policy => !RetryPolicies.IsStatus(policy)).ToList(),
            [.. (policies ?? []).Where(RetryPolicies.IsStatus).Select(RetryPolicies.StatusOf)],
            retries.Duration("perTryTimeout"),
            retries.Duration("backoff"));
        unsupported.AddRange(retries.NotSimulated(NotSimulated));
        _ = NotSimulated.Count(retries.Flag); // refuses what is neither true nor false
        retries.End();
        return read;
    }

    private static int ReadAttempts(Fields retries)
    {
        var attempts = retries.WholeNumber("attempts", int.MinValue, int.MaxValue);
        if (attempts < 0)
        {
            retries.Error("attempts", $"attempts cannot be negative (they are {attempts}); 0 switches retries off");
        }

        var isOff = attempts == 0 || !retries.Has("attempts");
        if (isOff && NeedAttempts.FirstOrDefault(retries.Has) is { } field)
        {
            retries.Error("attempts", "http retry policy configured when attempts are set to 0 (disabled); "
                + $"set attempts to 1 or more, or leave {field} out");
        }

        return Math.Max(0, attempts ?? 0);
    }
}
