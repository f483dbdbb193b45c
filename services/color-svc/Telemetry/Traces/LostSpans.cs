using System.Diagnostics;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>Warns of spans that the collector did not take: at once, then once a minute.</summary>
/// <remarks>Not thread-safe: one thread exports.</remarks>
internal sealed partial class LostSpans(ILogger logger, string collector)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private long? _warned;
    private int _count;

    public void Add(int count)
    {
        _count += count;
        if (_warned is not { } warned || Stopwatch.GetElapsedTime(warned) >= Silence)
        {
            LogLoss(collector, _count);
            _warned = Stopwatch.GetTimestamp();
            _count = 0;
        }
    }

    [LoggerMessage(12, LogLevel.Warning,
        "Traces: {Collector} cannot be reached or refuses; spans lost: {Count}. Next word in a minute at the earliest")]
    private partial void LogLoss(string collector, int count);
}
