using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Inspection;

/// <summary>What a panel's inspector shows.</summary>
/// <param name="Details">Absent until they are found.</param>
/// <param name="Problem">Why something is missing, in a sentence.</param>
public sealed record Inspected(Sample Sample, SampleDetails? Details = null, string? Problem = null)
{
    /// <summary>Whether the same request is on its way once more.</summary>
    public bool IsSending { get; init; }

    /// <summary>Whether this sample is the answer to such a request.</summary>
    public bool IsAgain { get; init; }
}
