using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Telemetry;

/// <summary>Tells once what this process is, what is switched on, and where it listens.</summary>
internal sealed partial class StartBanner(ILogger logger)
{
    /// <param name="addresses">Of HTTP, gRPC and the admin port, in this order.</param>
    public void Write(Settings settings, Palette palette, IEnumerable<string> addresses)
    {
        var (version, cluster, pod, @namespace, node) = settings.Identity;
        LogIdentity(version, cluster ?? "-", pod, @namespace ?? "-", node ?? "-");
        LogBuild(Build.Version, Build.Revision);
        LogSettings(string.Join(' ', settings.Effective));
        var (shortest, longest) = (settings.Faults.General.Delay, settings.Faults.General.LongestDelay);
        LogDelay(Word(longest > TimeSpan.Zero), shortest.TotalMilliseconds, longest.TotalMilliseconds);
        foreach (var family in Family.All)
        {
            LogFamily(family.Name, Word(settings.Families.Contains(family)));
        }

        LogCors(Word(settings.AllowsCors));
        LogRequests(Word(settings.LogsRequests));
        if (settings.Traces is { } traces)
        {
            LogTraces(traces.Target, traces.RootRatio);
        }

        LogColors(palette.Colors.Count);
        string[] ports = [.. addresses];
        LogAddresses(ports[0], ports[1], ports[2]);
    }

    private static string Word(bool isEnabled) => isEnabled ? "Enabled" : "Disabled";

    [LoggerMessage(1, LogLevel.Information,
        "Identity: version {Version}, cluster {Cluster}, pod {Pod}, namespace {Namespace}, node {Node}")]
    private partial void LogIdentity(string version, string cluster, string pod, string @namespace, string node);

    [LoggerMessage(2, LogLevel.Information, "Build: {Build}, revision {Revision}")]
    private partial void LogBuild(string build, string revision);

    [LoggerMessage(9, LogLevel.Information, "Settings: {Settings}")]
    private partial void LogSettings(string settings);

    [LoggerMessage(3, LogLevel.Information, "Delay: {State}, {Shortest} to {Longest} ms")]
    private partial void LogDelay(string state, double shortest, double longest);

    [LoggerMessage(4, LogLevel.Information, "Family {Family}: {State}")]
    private partial void LogFamily(string family, string state);

    [LoggerMessage(5, LogLevel.Information, "CORS: {State}")]
    private partial void LogCors(string state);

    [LoggerMessage(6, LogLevel.Information, "Logging of requests: {State}")]
    private partial void LogRequests(string state);

    [LoggerMessage(7, LogLevel.Information, "Total Available Colors: {Colors}")]
    private partial void LogColors(int colors);

    [LoggerMessage(8, LogLevel.Information, "Listening on {Http}, gRPC on {Grpc}, faults on {Admin}")]
    private partial void LogAddresses(string http, string grpc, string admin);

    [LoggerMessage(11, LogLevel.Information, "Traces: to {Target}, share of new ones {Ratio}")]
    private partial void LogTraces(string target, double ratio);
}
