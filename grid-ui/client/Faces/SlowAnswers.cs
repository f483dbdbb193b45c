using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Faces;

/// <summary>
/// An answer is slow when it took more than four times the median of its wall, and more than 50 ms: what is slow in
/// one place is fast in another, and what no one feels is not slow.
/// </summary>
/// <remarks>The median is that of the wall as it was less than a second ago, of at most 1,000 cells.</remarks>
public sealed class SlowAnswers
{
    public const double TimesMedian = 4;

    /// <summary>Milliseconds.</summary>
    public const double Least = 50;

    private const int MaxSamples = 1000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private TimeSpan? _at;

    /// <summary>Milliseconds above which an answer is slow; nothing is while nothing was answered.</summary>
    public double Threshold { get; private set; } = double.PositiveInfinity;

    /// <param name="now">On any clock that only grows.</param>
    public void Learn(ReadOnlySpan<Sample?> cells, TimeSpan now)
    {
        if (now - _at < Every)
        {
            return;
        }

        var latencies = new List<double>(MaxSamples);
        var stride = Math.Max(1, (cells.Length + MaxSamples - 1) / MaxSamples);
        for (var i = 0; i < cells.Length; i += stride)
        {
            if (cells[i] is { } sample && WasAnswered(sample))
            {
                latencies.Add(sample.Latency);
            }
        }

        if (latencies.Count > 0)
        {
            latencies.Sort();
            Threshold = Math.Max(Least, TimesMedian * latencies[(latencies.Count - 1) / 2]);
            _at = now;
        }
    }

    public bool Contains(Sample sample) => sample.Latency > Threshold && WasAnswered(sample);

    private static bool WasAnswered(Sample sample) => sample.Outcome is not (Outcome.Timeout or Outcome.Refused);
}
