namespace ColorDemo.Mesh.Istio;

/// <summary>When a failed try is repeated. Gateway API <c>HTTPRouteRetry</c>, of its experimental channel.</summary>
/// <param name="Codes">Status codes, 400 to 599, besides failures to connect.</param>
/// <param name="Attempts">Tries after the first; Istio takes 2 when absent.</param>
public sealed record HttpRouteRetry(IReadOnlyList<int> Codes, int? Attempts, TimeSpan? Backoff)
{
    internal static HttpRouteRetry? Read(Fields rule)
    {
        if (rule.Object("retry") is not { } retry)
        {
            return null;
        }

        rule.Warn("retry", "only the experimental channel of Gateway API has this field");
        var read = new HttpRouteRetry(
            retry.WholeNumbers("codes", 400, 599),
            retry.WholeNumber("attempts", 0, int.MaxValue),
            retry.ShortDuration("backoff"));
        retry.End();
        return read;
    }
}
