using System.Text.Json;
using System.Text.Json.Serialization;
using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>All that is remembered of a stretch of time. Durations are seconds, latencies milliseconds.</summary>
public sealed record TimelineExport(
    string Panel, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<EpochExport> Epochs,
    IReadOnlyList<Incident> Incidents, IReadOnlyList<SecondExport> Seconds);

/// <param name="OldGone">From the change to the first answer that the old weights make improbable.</param>
public sealed record EpochExport(
    long Number, DateTimeOffset Since, DeclaredSplit? Split, string? Unknown, double? OldGone, double? Steady);

/// <param name="Time">When it began.</param>
/// <param name="Epoch">A second in which the weights changed is told of twice.</param>
public sealed record SecondExport(
    DateTimeOffset Time, long Epoch, double? P50, double? P95, double? P99, IReadOnlyList<AnswersExport> Answers);

public sealed record AnswersExport(
    Outcome Outcome, int Status, string? Cluster, string? Version, string? Pod, int Count);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(TimelineExport))]
internal sealed partial class ExportContext : JsonSerializerContext;

public static class JsonExport
{
    public static string Of(
        string panel, History history, TimeWindow window, IReadOnlyDictionary<long, Reaction> reactions)
    {
        var epochs = history.Epochs.Where((epoch, i) => epoch.Since <= window.End
            && (i + 1 == history.Epochs.Count || history.Epochs[i + 1].Since > window.Start));
        var buckets = history.Buckets.Skip(history.IndexOf(window.Start.ToUnixTimeSeconds()))
            .TakeWhile(bucket => bucket.Second <= window.End.ToUnixTimeSeconds());
        return JsonSerializer.Serialize(
            new TimelineExport(
                panel, window.Start, window.End,
                [.. epochs.Select(epoch => Of(epoch, reactions.GetValueOrDefault(epoch.Number)))],
                [.. history.Incidents.Where(incident => window.Contains(incident.At))],
                [.. buckets.Select(Of)]),
            ExportContext.Default.TimelineExport);
    }

    private static EpochExport Of(Epoch epoch, Reaction? reaction) => new(
        epoch.Number, epoch.Since, epoch.Split, epoch.Unknown,
        reaction?.OldGone?.TotalSeconds, reaction?.Steady?.TotalSeconds);

    private static SecondExport Of(Bucket bucket)
    {
        var latencies = bucket.Latencies ?? [];
        return new(
            DateTimeOffset.FromUnixTimeSeconds(bucket.Second), bucket.Epoch,
            Rounded(LatencyBin.Percentile(latencies, 0.5)), Rounded(LatencyBin.Percentile(latencies, 0.95)),
            Rounded(LatencyBin.Percentile(latencies, 0.99)), [.. bucket.Tallies.Select(Of)]);
    }

    private static AnswersExport Of(Tally tally) => new(
        tally.Outcome, tally.Status, tally.Destination.Cluster, tally.Destination.Version, tally.Destination.Pod,
        tally.Count);

    private static double? Rounded(double? milliseconds) =>
        milliseconds is { } number ? Math.Round(number, 3) : null;
}
