using System.Globalization;
using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

public enum MarkKind
{
    Weights,
    PodCame,
    PodWent,
    Skipped,
    StreamBroke,
}

/// <summary>Something that explains what the answers did.</summary>
/// <param name="Label">Beside its line.</param>
/// <param name="Brief">Where the label has no room.</param>
public sealed record TimelineMark(DateTimeOffset At, MarkKind Kind, string Label, string Brief)
{
    public string Css => Kind.ToString().ToLowerInvariant();

    /// <summary>0 is what the picture is about.</summary>
    public int Rank => Kind switch { MarkKind.Weights => 0, MarkKind.Skipped => 2, _ => 1 };

    public string Sentence => Kind == MarkKind.Weights ? $"weights changed to {Label}" : Label;

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<TimelineMark> Of(History history, IReadOnlyDictionary<long, Reaction> reactions) =>
    [
        .. history.Epochs.Zip(history.Epochs.Skip(1))
            .Where(pair => pair.First.Split is not null)
            .Select(pair => Of(pair.Second, reactions.GetValueOrDefault(pair.Second.Number)))
            .Concat(history.Incidents.Select(Of))
            .OrderBy(mark => mark.At),
    ];

    private static TimelineMark Of(Epoch epoch, Reaction? reaction)
    {
        var weights = Weights(epoch.Split);
        var reacted = (reaction?.OldGone, reaction?.Steady) switch
        {
            ({ } gone, { } steady) => $": old gone {Seconds(gone)}, steady {Seconds(steady)}",
            ({ } gone, null) => $": old gone {Seconds(gone)}",
            _ => "",
        };
        return new(epoch.Since, MarkKind.Weights, weights + reacted, weights);
    }

    private static TimelineMark Of(Incident incident) => incident.Kind switch
    {
        IncidentKind.PodCame => new(incident.At, MarkKind.PodCame, incident.Text, "pod came"),
        IncidentKind.PodWent => new(incident.At, MarkKind.PodWent, incident.Text, "pod went"),
        IncidentKind.Skipped => new(incident.At, MarkKind.Skipped, incident.Text, "skipped"),
        _ => new(incident.At, MarkKind.StreamBroke, incident.Text, "stream broke"),
    };

    private static string Weights(DeclaredSplit? split)
    {
        if (split is null)
        {
            return "unknown weights";
        }

        var shares = string.Join(" / ", split.Shares.Select(share => Number(share.Percent, "0.#")));
        return split.AbortPercent > 0 ? $"{shares}, {Number(split.AbortPercent, "0.#")} % aborted" : shares;
    }

    private static string Seconds(TimeSpan time) => $"{Number(time.TotalSeconds, "0.00")} s";

    private static string Number(double number, string format) =>
        number.ToString(format, CultureInfo.InvariantCulture);
}
