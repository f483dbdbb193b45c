namespace ColorDemo.ColorService.Telemetry.Traces;

/// <param name="QueueSize">Spans; what comes while it is full is lost.</param>
/// <param name="BatchSize">Spans; that many are sent without waiting for the delay.</param>
/// <param name="Delay">Longest time that a span waits, in milliseconds.</param>
/// <param name="Timeout">Of one export, in milliseconds.</param>
public sealed record BatchSettings(int QueueSize, int BatchSize, int Delay, int Timeout)
{
    private const int LongestQueue = 1 << 20;
    private const int LongestTime = 600_000;

    internal static BatchSettings Read(EnvironmentReader environment)
    {
        var queueSize = environment.Number("OTEL_BSP_MAX_QUEUE_SIZE", 2048, 1, LongestQueue);
        return new BatchSettings(
            queueSize,
            environment.Number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", Math.Min(512, queueSize), 1, queueSize),
            environment.Number("OTEL_BSP_SCHEDULE_DELAY", 5000, 1, LongestTime),
            environment.Number("OTEL_BSP_EXPORT_TIMEOUT", 30_000, 1, LongestTime));
    }
}
