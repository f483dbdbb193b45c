using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>The host asks, and remembers.</summary>
public sealed class HostAnswers(Feed feed, SampleLookup lookup, Sampling sampling) : IAnswerSource
{
    public IAsyncEnumerable<Report> WatchAsync(CancellationToken ending) =>
        feed.WatchAsync(sampling, ending);

    public Task<Finding> FindAsync(Sample sample) => lookup.FindAsync(sampling, sample.Number);

    public Task<Finding> SendAgainAsync() => lookup.SendAgainAsync(sampling);
}
