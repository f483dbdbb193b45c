using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>Where a panel's answers come from: its host's requests, or the page's own.</summary>
public interface IAnswerSource
{
    IAsyncEnumerable<Report> WatchAsync(CancellationToken ending);

    /// <summary>What is known of a sample.</summary>
    Task<Finding> FindAsync(Sample sample);

    /// <summary>One more request, at once.</summary>
    Task<Finding> SendAgainAsync();
}
