using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>Puts what was observed beside what was declared.</summary>
public static class ShareTable
{
    /// <param name="split">Absent when the declared weights are unknown.</param>
    /// <returns>Declared destinations in their order, seen or not; then others that were seen; then failures.</returns>
    public static IReadOnlyList<ShareRow> Rows(IEnumerable<Bucket> buckets, DeclaredSplit? split)
    {
        var tallies = buckets.SelectMany(bucket => bucket.Tallies).ToList();
        var total = tallies.Sum(tally => tally.Count);
        var colors = tallies.Where(tally => tally.Outcome == Outcome.Color).ToLookup(tally => ShareFor(tally, split));

        return
        [
            .. (split?.Shares ?? []).Select(share => Declared(share, [.. colors[share]], total, split!.AbortPercent)),
            .. colors[null].GroupBy(tally => tally.Destination)
                .OrderBy(seen => seen.Key.ToString(), StringComparer.Ordinal)
                .Select(seen => Undeclared(seen.Key, Count(seen), total)),
            .. Failures(tallies, total, split),
        ];
    }

    /// <summary>The first share wins that covers the answer, as the manifest lists them.</summary>
    private static DeclaredShare? ShareFor(Tally tally, DeclaredSplit? split) =>
        split?.Shares.FirstOrDefault(share => share.Covers(tally.Destination));

    private static ShareRow Declared(DeclaredShare share, List<Tally> seen, int total, double abortPercent)
    {
        var versions = seen.Select(tally => tally.Destination.Version).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var clusters = seen.Select(tally => tally.Destination.Cluster).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var cluster = share.Cluster ?? (clusters.ToList() is [var only] ? only : null);
        var detail = share.Version ?? string.Join(", ", versions);
        return new(
            share.Subset,
            cluster ?? share.Subset,
            share.Cluster is null && cluster is null ? string.Join(", ", clusters) : detail,
            Outcome.Color,
            new(cluster, share.Version ?? (versions.ToList() is [var one] ? one : null)),
            Count(seen),
            total,
            share.Percent * (1 - abortPercent / 100));
    }

    private static ShareRow Undeclared(Destination seen, int count, int total) =>
        new(seen.Cluster ?? seen.Version ?? "unknown", seen.Cluster ?? "unnamed", seen.Version ?? "", Outcome.Color, seen,
            count, total, Declared: null);

    private static IEnumerable<ShareRow> Failures(List<Tally> tallies, int total, DeclaredSplit? split)
    {
        var abort = split is { AbortPercent: > 0, AbortStatus: { } status } ? status : (int?)null;
        var failures = tallies.Where(tally => tally.Outcome != Outcome.Color)
            .GroupBy(tally => (tally.Outcome, tally.Status))
            .ToDictionary(group => group.Key, Count);
        if (abort is { } declared)
        {
            failures.TryAdd((Outcome.Error, declared), 0);
        }

        return failures.OrderBy(failure => failure.Key).Select(failure =>
            Failure(failure.Key.Outcome, failure.Key.Status, failure.Value, total,
                failure.Key == (Outcome.Error, abort) ? split!.AbortPercent : null));
    }

    private static ShareRow Failure(Outcome outcome, int status, int count, int total, double? declared)
    {
        var (key, label, detail) = outcome switch
        {
            Outcome.Error when status > 0 => (status.ToString(CultureInfo.InvariantCulture), $"{status}", "error"),
            Outcome.Error => ("error", "errors", "other"),
            Outcome.Timeout => ("timeout", "timeout", "no answer in 2 s"),
            Outcome.Refused => ("refused", "refused", "no connection"),
            _ => ("garbage", "garbage", "not a color"),
        };
        return new(key, label, detail, outcome, Destination.Unknown, count, total, declared);
    }

    private static int Count(IEnumerable<Tally> tallies) => tallies.Sum(tally => tally.Count);
}
