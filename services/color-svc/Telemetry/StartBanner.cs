using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Telemetry;

/// <summary>Tells once what this process is, what is switched on, and where it listens.</summary>
internal sealed partial class StartBanner(ILogger logger)
{
    public void Write(Settings settings, Palette palette, IEnumerable<string> addresses)
    {
        var (version, cluster, pod, @namespace, node) = settings.Identity;
        LogIdentity(version, cluster ?? "-", pod, @namespace ?? "-", node ?? "-");
        LogBuild(Build.Version, Build.Revision);
        LogDelay(Word(settings.Delay > TimeSpan.Zero), settings.Delay.TotalMilliseconds);
        foreach (var family in Family.All)
        {
            LogFamily(family.Name, Word(settings.Families.Contains(family)));
        }

        LogCors(Word(settings.AllowsCors));
        LogRequests(Word(settings.LogsRequests));
        LogColors(palette.Colors.Count);
        LogAddress(string.Join(' ', addresses));
    }

    private static string Word(bool isEnabled) => isEnabled ? "Enabled" : "Disabled";

    [LoggerMessage(1, LogLevel.Information,
        "Identity: version {Version}, cluster {Cluster}, pod {Pod}, namespace {Namespace}, node {Node}")]
    private partial void LogIdentity(string version, string cluster, string pod, string @namespace, string node);

    [LoggerMessage(2, LogLevel.Information, "Build: {Build}, revision {Revision}")]
    private partial void LogBuild(string build, string revision);

    [LoggerMessage(3, LogLevel.Information, "Delay: {State}, {Milliseconds} ms")]
    private partial void LogDelay(string state, double milliseconds);

    [LoggerMessage(4, LogLevel.Information, "Family {Family}: {State}")]
    private partial void LogFamily(string family, string state);

    [LoggerMessage(5, LogLevel.Information, "CORS: {State}")]
    private partial void LogCors(string state);

    [LoggerMessage(6, LogLevel.Information, "Logging of requests: {State}")]
    private partial void LogRequests(string state);

    [LoggerMessage(7, LogLevel.Information, "Total Available Colors: {Colors}")]
    private partial void LogColors(int colors);

    [LoggerMessage(8, LogLevel.Information, "Listening on {Addresses}")]
    private partial void LogAddress(string addresses);
}
