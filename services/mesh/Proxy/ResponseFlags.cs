namespace ColorDemo.Mesh.Proxy;

/// <summary>Envoy's response flags of one answer, in the order in which its access log has them.</summary>
internal static class ResponseFlags
{
    public const string Delayed = "DI";
    public const string RetryLimit = "URX";

    private static readonly string[] Order =
        ["UH", "UT", "UF", "UC", "UO", "NR", Delayed, "FI", RetryLimit, "NC", "UPE"];

    public static string Of(string flag, bool isDelayed, bool isRetryLimitReached) =>
        !isDelayed && !isRetryLimitReached
            ? flag
            : string.Join(',', new[] { flag, isDelayed ? Delayed : "", isRetryLimitReached ? RetryLimit : "" }
                .Where(one => one.Length > 0)
                .OrderBy(one => Array.IndexOf(Order, one)));
}
