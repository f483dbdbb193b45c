using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

internal static class EventColumns
{
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new("Last Seen", "How long ago it happened last.", (json, now) => HumanAge.Since(LastSeen(json), now)),
        new("Type", "Normal or Warning.", json => json.TextAt("type") ?? ""),
        new("Reason", "Why, in one word.", json => json.TextAt("reason") ?? ""),
        new("Object", "What it happened to.", json => ObjectOf(json)),
        new TableColumn("Subobject", "The part that it happened to.",
            json => json.TextAt("involvedObject.fieldPath") ?? "").Wide(),
        new TableColumn("Source", "Who reports it.", json => Source(json)).Wide(),
        new("Message", "What happened.", json => json.TextAt("message")?.Trim() ?? ""),
        new TableColumn("First Seen", "How long ago it happened first.",
            (json, now) => HumanAge.Since(FirstSeen(json), now)).Wide(),
        new TableColumn("Count", "How often it happened.", json => Count(json)).Wide(),
        TableColumn.NameColumn.Wide(),
    ];

    private static DateTimeOffset? FirstSeen(JsonObject json) =>
        json.TimeAt("firstTimestamp") ?? json.TimeAt("eventTime");

    private static DateTimeOffset? LastSeen(JsonObject json) =>
        json.TimeAt("series.lastObservedTime") ?? json.TimeAt("lastTimestamp") ?? FirstSeen(json);

    /// <summary>At least one: some clients leave it out.</summary>
    private static string Count(JsonObject json) =>
        $"{json.NumberAt("series.count") ?? Math.Max(1, json.NumberAt("count") ?? 1)}";

    private static string ObjectOf(JsonObject json)
    {
        var kind = json.TextAt("involvedObject.kind")?.ToLowerInvariant();
        return json.TextAt("involvedObject.name") is { } name ? $"{kind}/{name}" : $"{kind}";
    }

    private static string Source(JsonObject json)
    {
        var component = json.TextAt("source.component") ?? json.TextAt("reportingComponent");
        var host = json.TextAt("source.host") ?? json.TextAt("reportingInstance");
        return string.Join(", ", new[] { component, host }.OfType<string>());
    }
}
