namespace ColorDemo.Grid.Wire;

/// <summary>What the manifests say should happen to the requests of one path.</summary>
/// <param name="Rule">The rule that decides, for example <c>VirtualService color/color, split</c>.</param>
/// <param name="AbortPercent">How many requests are aborted before any destination is chosen, 0 to 100.</param>
/// <param name="AbortStatus">The status they get; absent without an abort.</param>
public sealed record DeclaredSplit(
    string Rule, IReadOnlyList<DeclaredShare> Shares, double AbortPercent = 0, int? AbortStatus = null)
{
    /// <summary>Whether both declare the same weights, by whichever rule.</summary>
    public bool SaysTheSameAs(DeclaredSplit other) =>
        AbortPercent.Equals(other.AbortPercent)
        && AbortStatus == other.AbortStatus
        && Shares.SequenceEqual(other.Shares);
}

/// <param name="Percent">Of the requests that are not aborted, 0 to 100.</param>
/// <param name="Cluster">The cluster that the subset selects; absent when any may answer.</param>
/// <param name="Version">The version that the subset selects; absent when any may answer.</param>
public sealed record DeclaredShare(string Subset, double Percent, string? Cluster = null, string? Version = null)
{
    public bool Covers(Destination destination) =>
        (Cluster is null || Cluster == destination.Cluster) && (Version is null || Version == destination.Version);
}

/// <summary>A stretch of time in which the declared weights of a path stayed the same.</summary>
/// <param name="Number">Grows with each change; never the same twice, not even after a restart of the host.</param>
/// <param name="Split">Absent when unknown; then <paramref name="Unknown"/> says why, in a sentence.</param>
/// <param name="MayBeOlder">Nothing was known before: the same weights may have been declared for long.</param>
public sealed record Epoch(
    long Number, DateTimeOffset Since, DeclaredSplit? Split, string? Unknown = null, bool MayBeOlder = false);
