using System.Globalization;
using System.Text;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>A row for each way in which the requests of a second ended, as RFC 4180 has it.</summary>
public static class CsvExport
{
    private const string Header =
        "time (UTC),epoch,declared (%),outcome,status,cluster,version,pod,answers (count),"
        + "answers of the second (count),share (%),"
        + "p50 of the second (ms),p95 of the second (ms),p99 of the second (ms),marks";

    /// <param name="marks">Those between the ends of <paramref name="window"/>, oldest first.</param>
    public static string Of(History history, TimeWindow window, IReadOnlyList<TimelineMark> marks)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        var splits = history.Epochs.ToDictionary(epoch => epoch.Number, epoch => epoch.Split);
        var waiting = new Queue<TimelineMark>(marks);
        foreach (var bucket in history.Buckets.Skip(history.IndexOf(window.Start.ToUnixTimeSeconds())))
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(bucket.Second);
            if (time > window.End)
            {
                break;
            }

            var told = new List<string>();
            while (waiting.TryPeek(out var mark) && mark.At < time.AddSeconds(1))
            {
                told.Add($"{Time(mark.At)} {waiting.Dequeue().Sentence}");
            }

            Append(text, bucket, splits.GetValueOrDefault(bucket.Epoch), string.Join("; ", told));
        }

        foreach (var mark in waiting)
        {
            Append(text, [Time(mark.At), .. Enumerable.Repeat("", 13), mark.Sentence]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Bucket bucket, DeclaredSplit? split, string marks)
    {
        var total = bucket.Tallies.Sum(tally => tally.Count);
        var latencies = bucket.Latencies ?? [];
        foreach (var tally in bucket.Tallies)
        {
            var share = tally.Outcome == Outcome.Color
                ? split?.Shares.FirstOrDefault(share => share.Covers(tally.Destination))
                : null;
            Append(text,
            [
                Time(DateTimeOffset.FromUnixTimeSeconds(bucket.Second)), Number(bucket.Epoch),
                Number(share?.Percent * (1 - (split?.AbortPercent / 100))),
                tally.Outcome.ToString().ToLowerInvariant(), tally.Status == 0 ? "" : Number(tally.Status),
                tally.Destination.Cluster, tally.Destination.Version, tally.Destination.Pod,
                Number(tally.Count), Number(total), Number(100.0 * tally.Count / total),
                Number(LatencyBin.Percentile(latencies, 0.5)), Number(LatencyBin.Percentile(latencies, 0.95)),
                Number(LatencyBin.Percentile(latencies, 0.99)), marks,
            ]);
            marks = "";
        }
    }

    private static void Append(StringBuilder text, IEnumerable<string?> fields) =>
        text.AppendJoin(',', fields.Select(field => Quoted(field ?? ""))).Append("\r\n");

    /// <summary>What a spreadsheet would take for a formula is told to be text by an apostrophe.</summary>
    public static string Quoted(string field)
    {
        var text = field.Length > 0 && "=+-@\t\r".Contains(field[0], StringComparison.Ordinal) ? "'" + field : field;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private static string Number(double? number) => number?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";
}
