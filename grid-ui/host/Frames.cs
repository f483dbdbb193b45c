using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What one viewer has not seen yet.</summary>
public sealed class Frames(Sampler sampler, TimeProvider clock)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Sent even without news: the page's clock moves on, and the page knows that the host lives.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    private long _number;
    private long _epoch;
    private string? _warning;
    private DateTimeOffset _sentAt;

    /// <returns>Nothing when there is no news.</returns>
    public Frame? Next()
    {
        var now = clock.GetUtcNow();
        var (number, samples, buckets) = sampler.Log.After(_number);
        var begun = sampler.Epochs.All.Where(epoch => epoch.Number > _epoch).ToList();
        if (number == _number && begun.Count == 0 && _warning == sampler.Epochs.Warning && now - _sentAt < Heartbeat)
        {
            return null;
        }

        (_number, _sentAt, _warning) = (number, now, sampler.Epochs.Warning);
        _epoch = begun.Count > 0 ? begun[^1].Number : _epoch;
        return new(now, samples, buckets, begun, Warning: _warning);
    }
}
