using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>Puts what was observed beside what was declared.</summary>
/// <param name="split">Absent when the declared weights are unknown.</param>
/// <param name="timeout">Milliseconds after which the panel gives a request up.</param>
public sealed class ShareTable(
    IEnumerable<Tally> tallies, DeclaredSplit? split, ShareRows rows = ShareRows.Version,
    int timeout = Sampling.DefaultTimeout)
{
    private const string NotDeclared = "not declared";

    /// <summary>An endpoint may invent names.</summary>
    private const int MostRows = 40;

    private readonly List<Tally> _tallies = [.. tallies];

    private int Total => Count(_tallies);

    /// <summary>Declared destinations in their order, seen or not; then others that were seen; then failures.</summary>
    public IReadOnlyList<ShareRow> Rows()
    {
        // The first share wins that covers an answer, in the order of the manifest.
        var colors = _tallies.Where(tally => tally.Outcome == Outcome.Color)
            .ToLookup(tally => split?.Shares.FirstOrDefault(share => share.Covers(tally.Destination)));
        return Bounded(
        [
            .. (split?.Shares ?? []).SelectMany(share => Declared(share, [.. colors[share]])),
            .. EachSeen(colors[null], split is null ? "" : NotDeclared),
            .. Failures(),
        ]);
    }

    private List<ShareRow> Bounded(List<ShareRow> all) => all.Count <= MostRows ? all :
    [
        .. all.Take(MostRows - 1),
        new("others", "others", $"{all.Count - MostRows + 1}", Outcome.Color, Destination.Unknown,
            all.Skip(MostRows - 1).Where(row => !row.IsPod).Sum(row => row.Count), Total, null, ""),
    ];

    /// <remarks>A share that any cluster may serve says nothing of each: they are shown as they were seen.</remarks>
    private IEnumerable<ShareRow> Declared(DeclaredShare share, List<Tally> seen)
    {
        var clusters = seen.Select(tally => tally.Destination.Cluster).Distinct().ToList();
        if (share.Cluster is null && clusters.Count > 1)
        {
            return EachSeen(seen, $"any of {Percent(share)} declared");
        }

        var versions = seen.Select(tally => tally.Destination.Version).OfType<string>().Distinct()
            .Order(StringComparer.Ordinal).ToList();
        var cluster = share.Cluster ?? clusters.SingleOrDefault();
        return
        [
            new(share.Subset, cluster ?? share.Subset, share.Version ?? string.Join(", ", versions), Outcome.Color,
                new(cluster, share.Version ?? (versions is [var only] ? only : null)), Count(seen), Total,
                PercentOfAll(share), $"declared {Percent(share)}"),
            .. Pods(seen, $"part of {Percent(share)} declared"),
        ];
    }

    private IEnumerable<ShareRow> EachSeen(IEnumerable<Tally> seen, string note) => seen
        .GroupBy(tally => tally.Destination.WithoutPod)
        .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal)
        .SelectMany(group => Pods(group, note).Prepend(new(
            group.Key.Cluster ?? group.Key.Version ?? "unknown", group.Key.Cluster ?? "unnamed",
            group.Key.Version ?? "", Outcome.Color, group.Key, Count(group), Total, null, note)));

    private IEnumerable<ShareRow> Pods(IEnumerable<Tally> seen, string note) => rows != ShareRows.Pod ? [] : seen
        .Where(tally => tally.Destination.Pod is not null)
        .GroupBy(tally => tally.Destination)
        .OrderBy(group => group.Key.Cluster, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Pod, StringComparer.Ordinal)
        .Select(group => new ShareRow(
            group.Key.Pod!, group.Key.Pod!, group.Key.Version ?? "", Outcome.Color, group.Key, Count(group), Total,
            null, note));

    private IEnumerable<ShareRow> Failures()
    {
        var failures = _tallies.Where(tally => tally.Outcome != Outcome.Color)
            .GroupBy(tally => (tally.Outcome, tally.Status))
            .ToDictionary(group => group.Key, Count);
        var abort = (Outcome.Error, split?.AbortStatus ?? -1);
        if (split?.AbortStatus is not null)
        {
            failures.TryAdd(abort, 0);
        }

        return failures.OrderBy(failure => failure.Key).Select(failure => Failure(
            failure.Key.Outcome, failure.Key.Status, failure.Value,
            failure.Key == abort ? split!.AbortPercent : null));
    }

    private ShareRow Failure(Outcome outcome, int status, int count, double? declared)
    {
        var (key, label, detail) = outcome switch
        {
            Outcome.Error when status > 0 => (Text(status), Text(status), "error"),
            Outcome.Error => ("error", "error", "other"),
            Outcome.Timeout => ("timeout", "timeout", $"over {Time(timeout)}"),
            Outcome.Refused => ("refused", "refused", "no connection"),
            _ => ("garbage", "garbage", "not a color"),
        };
        var note = declared is { } percent ? $"declared {Text(percent)} %" : split is null ? "" : NotDeclared;
        return new(key, label, detail, outcome, Destination.Unknown, count, Total, declared, note);
    }

    private double PercentOfAll(DeclaredShare share) => share.Percent * (1 - split!.AbortPercent / 100);

    private string Percent(DeclaredShare share) => $"{Text(PercentOfAll(share))} %";

    private static string Time(int milliseconds) =>
        milliseconds < 1000 ? $"{milliseconds} ms" : $"{Text(milliseconds / 1000.0)} s";

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static int Count(IEnumerable<Tally> tallies) => tallies.Sum(tally => tally.Count);
}
