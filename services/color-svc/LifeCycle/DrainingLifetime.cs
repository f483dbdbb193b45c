using System.Runtime.InteropServices;

namespace ColorDemo.ColorService.LifeCycle;

/// <summary>
/// On SIGTERM the pod says at once that it is not ready, goes on answering while the news spreads, and stops then: a
/// mesh learns of the end later than the pod does. A second SIGTERM, and SIGINT, stop without that time.
/// </summary>
internal sealed partial class DrainingLifetime(
    Readiness readiness,
    Settings settings,
    IHostApplicationLifetime application,
    ILogger logger) : IHostLifetime, IDisposable
{
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(3);

    private readonly List<PosixSignalRegistration> _signals = [];
    private Timer? _drained;
    private Timer? _overdue;

    public static void Register(IServiceCollection services, Readiness readiness, Settings settings) =>
        services.AddSingleton<IHostLifetime>(provider => new DrainingLifetime(
            readiness,
            settings,
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("color-svc")));

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, On(Drain)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, On(Stop)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, On(Stop)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _drained?.Dispose();
        _overdue?.Dispose();
    }

    private static Action<PosixSignalContext> On(Action action) => context =>
    {
        context.Cancel = true; // the process ends by itself, when it is done
        action();
    };

    private void Drain()
    {
        if (readiness.IsDraining || settings.DrainTime == TimeSpan.Zero)
        {
            Stop();
            return;
        }

        readiness.Drain();
        LogDrain(settings.DrainTime.TotalSeconds);
        _drained = new Timer(_ => Stop(), null, settings.DrainTime, Timeout.InfiniteTimeSpan);
    }

    private void Stop()
    {
        readiness.Drain();

        // Kestrel can lose count of HTTP/2 streams that clients reset by the thousand, and wait for them for ever.
        _overdue ??= new Timer(_ => Environment.Exit(0), null, settings.LongestStop + Spare, Timeout.InfiniteTimeSpan);
        application.StopApplication();
    }

    [LoggerMessage(20, LogLevel.Information, "Draining for {Seconds} s: not ready, but still answering")]
    private partial void LogDrain(double seconds);
}
