using System.Globalization;

namespace ColorDemo.Mesh.Api;

/// <summary>Which lines of a log are wanted, and how.</summary>
/// <param name="Tail">How many of the newest; absent: all.</param>
/// <param name="MostBytes">Absent: all.</param>
internal sealed record LogOptions(
    long? Tail, DateTimeOffset? Since, long? MostBytes, bool HasTimestamps, bool IsFollow, bool IsPrevious)
{
    public static LogOptions Of(ApiQuery query)
    {
        var (seconds, time) = (query.WholeNumber("sinceSeconds"), query.Text("sinceTime"));
        if (seconds is not null && time.Length > 0)
        {
            throw ApiException.BadRequest("at most one of sinceSeconds and sinceTime may be given");
        }

        if (query.WholeNumber("limitBytes") is 0)
        {
            throw ApiException.BadRequest("limitBytes must be a whole number from 1");
        }

        return new(
            query.WholeNumber("tailLines"),
            seconds is { } ago ? DateTimeOffset.UtcNow.AddSeconds(-Math.Min(ago, int.MaxValue))
                : time.Length > 0 ? Time(time) : null,
            query.WholeNumber("limitBytes"),
            query.Flag("timestamps") is true,
            query.IsFollow,
            query.Flag("previous") is true);
    }

    public IEnumerable<LogLine> Wanted(IReadOnlyList<LogLine> lines) =>
        (Tail is { } tail ? lines.TakeLast((int)Math.Min(tail, int.MaxValue)) : lines)
            .Where(line => Since is not { } since || line.Time >= since);

    public string Text(LogLine line) => HasTimestamps
        ? string.Create(
            CultureInfo.InvariantCulture, $"{line.Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'} {line.Text}\n")
        : $"{line.Text}\n";

    private static DateTimeOffset Time(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : throw ApiException.BadRequest("sinceTime must be a time, for example 2026-01-31T12:00:00Z");
}
