namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>A server that takes part, and how it is started.</summary>
/// <param name="Port">Answers <c>/random</c> there, on loopback.</param>
/// <param name="Environment">All that its environment holds.</param>
/// <param name="ProgramBytes">Of the one file that it is; null when there are more.</param>
internal sealed record Contestant(
    string Name,
    string File,
    IReadOnlyList<string> Arguments,
    int Port,
    IReadOnlyDictionary<string, string> Environment,
    long? ProgramBytes = null)
{
    public const string EverythingOn = "color-svc, everything on";
    public const string Off = "color-svc, metrics and traces off";
    public const string Original = "original";
    public const string Nginx = "nginx";
    public const string Haproxy = "haproxy";

    public static IReadOnlyDictionary<string, string> NoEnvironment { get; } = new Dictionary<string, string>();
}
