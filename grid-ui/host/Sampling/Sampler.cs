using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Asks one target, and follows what is declared for it. For a browser that asks, it only follows.</summary>
public sealed class Sampler : IDisposable
{
    private readonly Probe _probe;
    private readonly RequestLoop _loop;
    private readonly CancellationTokenSource _end = new();

    /// <param name="traces">Whether requests bear trace ids.</param>
    public Sampler(Target target, EpochLog epochs, TimeProvider clock, bool traces = false)
    {
        (Target, Epochs) = (target, epochs);
        _probe = new(target, clock, traces);
        _loop = new(
            target.Sampling, _probe.AskAsync, () => new(clock.GetUtcNow(), epochs.Current, epochs.Rule), clock);
    }

    public Target Target { get; }
    public EpochLog Epochs { get; }
    public SampleLog Log => _loop.Log;
    public IncidentLog Incidents => _loop.Incidents;

    public Task RunAsync(CancellationToken stop) =>
        Target.Sampling.Asker == Asker.Host ? _loop.RunAsync(stop) : Task.CompletedTask;

    /// <inheritdoc cref="RequestLoop.SendAgainAsync"/>
    public Task<RememberedSample?> SendAgainAsync() => _loop.SendAgainAsync(_end.Token);

    public void Dispose()
    {
        _end.Cancel();
        _probe.Dispose();
    }
}
