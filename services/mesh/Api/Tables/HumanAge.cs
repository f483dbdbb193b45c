namespace ColorDemo.Mesh.Api;

/// <summary>Spans of time as kubectl shows them: the longer, the coarser.</summary>
internal static class HumanAge
{
    private const string Unknown = "<unknown>";

    public static string Since(DateTimeOffset? then, DateTimeOffset now) =>
        then is { } known ? Of(now - known) : Unknown;

    /// <returns>For example 90s, 3m20s, 45m, 3h5m, 30h, 4d3h, 12d, 2y30d; 0s for clocks that differ a little.</returns>
    public static string Of(TimeSpan age)
    {
        var (seconds, minutes, hours) = ((long)age.TotalSeconds, (long)age.TotalMinutes, (long)age.TotalHours);
        return (seconds, minutes, hours) switch
        {
            ( < -1, _, _) => "<invalid>",
            ( < 0, _, _) => "0s",
            ( < 120, _, _) => $"{seconds}s",
            (_, < 10, _) => Two(minutes, "m", seconds % 60, "s"),
            (_, < 180, _) => $"{minutes}m",
            (_, _, < 8) => Two(hours, "h", minutes % 60, "m"),
            (_, _, < 48) => $"{hours}h",
            (_, _, < 24 * 8) => Two(hours / 24, "d", hours % 24, "h"),
            (_, _, < 24 * 365 * 2) => $"{hours / 24}d",
            (_, _, < 24 * 365 * 8) => Two(hours / 24 / 365, "y", hours / 24 % 365, "d"),
            _ => $"{hours / 24 / 365}y",
        };
    }

    private static string Two(long coarse, string unit, long fine, string smaller) =>
        fine == 0 ? $"{coarse}{unit}" : $"{coarse}{unit}{fine}{smaller}";
}
