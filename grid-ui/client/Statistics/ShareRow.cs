using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>One way in which requests end, how often they did, and how often they should.</summary>
/// <param name="Key">Stays the same while numbers change: the subset, the cluster, the status or the outcome.</param>
/// <param name="Label">What stands first on the row.</param>
/// <param name="Detail">What stands beside it, smaller.</param>
/// <param name="Total">All samples looked at, whatever their outcome.</param>
/// <param name="Declared">Percent of all requests; absent when nothing is declared about this row alone.</param>
/// <param name="Note">What is declared, in words; empty when that is unknown.</param>
public sealed record ShareRow(
    string Key, string Label, string Detail, Outcome Outcome, Destination Destination, int Count, int Total,
    double? Declared, string Note)
{
    /// <summary>Of a pod: a part of the row above it that is of none.</summary>
    public bool IsPod => Destination.Pod is not null;

    /// <summary>Percent of all samples.</summary>
    public double Observed => Total == 0 ? 0 : 100.0 * Count / Total;

    public Interval Interval => Wilson.Of95Percent(Count, Total);
}
