using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>
/// The kinds of answers that declared splits tell apart: destinations, then aborts by status, then what no split
/// declares.
/// </summary>
/// <remarks>Shares that one answer may belong to are one kind: nothing can be said of each.</remarks>
public sealed class AnswerKinds
{
    private readonly List<List<DeclaredShare>> _groups = [];
    private readonly List<int> _aborts = [];

    public AnswerKinds(params IReadOnlyList<DeclaredSplit> splits)
    {
        foreach (var split in splits)
        {
            foreach (var share in split.Shares)
            {
                var overlapping = _groups.FindAll(group => group.Exists(other => Overlap(other, share)));
                _groups.Add([.. overlapping.SelectMany(group => group), share]);
                _groups.RemoveAll(overlapping.Contains);
            }

            if (split is { AbortPercent: > 0, AbortStatus: { } status } && !_aborts.Contains(status))
            {
                _aborts.Add(status);
            }
        }

        Names = [.. _groups.Select(NameOf), .. _aborts.Select(status => $"status {status}"), "something else"];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The last kind: answers of destinations that no split declares.</summary>
    public int Undeclared => Names.Count - 1;

    /// <summary>What one of the splits declares for each kind; they sum to 1.</summary>
    public double[] SharesOf(DeclaredSplit split)
    {
        var shares = new double[Names.Count];
        var (abort, weights) = (0.0, split.Shares.Sum(share => share.Percent));
        if (split is { AbortPercent: > 0, AbortStatus: { } status })
        {
            shares[_groups.Count + _aborts.IndexOf(status)] = abort = split.AbortPercent / 100;
        }

        foreach (var share in split.Shares.Where(share => share.Percent > 0))
        {
            shares[_groups.FindIndex(group => group.Contains(share))] += share.Percent / weights * (1 - abort);
        }

        return shares;
    }

    /// <summary>
    /// Absent for what says nothing about the split: a failure that nobody declared, and an answer that does not say
    /// enough about where it comes from.
    /// </summary>
    public int? KindOf(Tally tally)
    {
        if (tally.Outcome == Outcome.Error)
        {
            return _aborts.IndexOf(tally.Status) is >= 0 and var abort ? _groups.Count + abort : null;
        }

        var group = _groups.FindIndex(group => group.Exists(share => share.Covers(tally.Destination)));
        return tally.Outcome != Outcome.Color ? null
            : group >= 0 ? group
            : _groups.Exists(group => group.Exists(share => MayCover(share, tally.Destination))) ? null
            : Undeclared;
    }

    private static bool Overlap(DeclaredShare one, DeclaredShare other) =>
        Fit(one.Cluster, other.Cluster) && Fit(one.Version, other.Version);

    private static bool MayCover(DeclaredShare share, Destination destination) =>
        Fit(share.Cluster, destination.Cluster) && Fit(share.Version, destination.Version);

    private static bool Fit(string? one, string? other) => one is null || other is null || one == other;

    private static string NameOf(List<DeclaredShare> group) => string.Join(" or ", group
        .Select(share => share is { Cluster: null, Version: null }
            ? share.Subset
            : new Destination(share.Cluster, share.Version).ToString())
        .Distinct());
}
