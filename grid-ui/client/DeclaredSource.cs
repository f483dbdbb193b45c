using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>Says who declares the weights in force, where, and since when.</summary>
public static class DeclaredSource
{
    /// <param name="now">The host's clock.</param>
    public static string Of(Epoch epoch, Circumstances around, DateTimeOffset now)
    {
        if (epoch.Split is null)
        {
            return epoch.Unknown ?? "";
        }

        var place = around.Rule is { Place.Length: > 0 } rule ? $" ({rule.Place})" : "";
        var since = TimelineReading.Clock(epoch.Since);
        return $"Declared by {around.Rule?.Name ?? epoch.Split.Rule}{place} since "
            + (epoch.MayBeOlder ? $"before {since}" : $"{since}, {Ago(now - epoch.Since)}");
    }

    private static string Ago(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => "just now",
        { TotalMinutes: < 1 } => $"{(int)time.TotalSeconds} s ago",
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min ago",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min ago",
    };
}
