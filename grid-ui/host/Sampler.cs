namespace ColorDemo.GridHost;

/// <summary>What is sampled: one path of one gateway.</summary>
/// <param name="Rate">Requests per second.</param>
public sealed record Target(Gateway Gateway, string Path, double Rate)
{
    public Uri Address { get; } = new(Gateway.Address, Path + "?fmt=json");
}

/// <summary>Asks one target at its rate, open-loop: a slow answer delays no other request.</summary>
public sealed class Sampler(Target target, Probe probe, EpochLog epochs, TimeProvider clock)
{
    /// <summary>More than the highest rate needs when every request times out; beyond it, none is sent.</summary>
    public const int MaxInFlight = 512;

    /// <summary>After a pause of the machine the rate goes on; the requests missed are not made up for.</summary>
    private static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(1);

    private int _inFlight;

    public SampleLog Log { get; } = new(clock);
    public EpochLog Epochs => epochs;

    public async Task RunAsync(CancellationToken stop)
    {
        var period = TimeSpan.FromSeconds(1 / target.Rate);
        var due = clock.GetUtcNow();
        while (!stop.IsCancellationRequested)
        {
            for (var now = clock.GetUtcNow(); due <= now; due += period)
            {
                due = now - due > MaxLag ? now : due;
                _ = AskAsync(stop);
            }

            var wait = due - clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AskAsync(CancellationToken stop)
    {
        try
        {
            if (Interlocked.Increment(ref _inFlight) <= MaxInFlight)
            {
                var (sentAt, sentUnder) = (clock.GetUtcNow(), epochs.Current);
                Log.Add(await probe.AskAsync(target.Address, stop), sentAt, sentUnder);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: nobody looks any more, and a request cut short is no sample.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
