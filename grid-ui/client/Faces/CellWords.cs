using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Faces;

/// <summary>What is said of a sample: inside its cell, beside it, and aloud.</summary>
public static class CellWords
{
    /// <summary>The larger text inside a cell: what the color tells, or how it failed.</summary>
    public static string Label(Sample sample, CellHue hue) => sample.Outcome switch
    {
        Outcome.Color => hue switch
        {
            CellHue.Version => sample.Destination.Version ?? "no version",
            CellHue.Cluster => sample.Destination.Cluster ?? "no cluster",
            CellHue.Pod => ShortPod(sample.Destination.Pod),
            CellHue.Status => Status(sample),
            CellHue.Latency => LatencyScale.Text(sample.Latency),
            _ => sample.Name ?? "",
        },
        Outcome.Error => Status(sample),
        var failure => failure.ToString().ToLowerInvariant(),
    };

    /// <summary>The smaller text: who answered, as far as the larger one does not say it.</summary>
    public static string Small(Sample sample, CellHue hue) => (sample.Outcome, hue) switch
    {
        (Outcome.Color, CellHue.Version or CellHue.Pod) => sample.Destination.Cluster ?? "",
        (Outcome.Color, CellHue.Cluster) => sample.Destination.Version ?? "",
        (not Outcome.Color, CellHue.Latency) => LatencyScale.Text(sample.Latency),
        (not Outcome.Color, CellHue.Pod) when sample.Destination.Pod is { } pod => ShortPod(pod),
        _ => sample.Destination.WithoutPod == Destination.Unknown ? "" : sample.Destination.ToString(),
    };

    /// <summary>What tells pods of one service apart: the last part of the name, or two where one is short.</summary>
    public static string ShortPod(string? pod)
    {
        if (pod is null)
        {
            return "no pod";
        }

        var last = pod.LastIndexOf('-');
        if (last > 0 && pod.Length - last <= 3)
        {
            last = pod.LastIndexOf('-', last - 1);
        }

        return pod[(last + 1)..];
    }

    /// <summary>The status, or OK where gRPC says it with 0.</summary>
    public static string Status(Sample sample) => (sample.Outcome, sample.Status) switch
    {
        (Outcome.Color, 0) => "OK",
        (Outcome.Timeout or Outcome.Refused, 0) => "none",
        var (_, status) => status.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>How the request ended, for example <c>Steel Blue</c> or <c>Error 503</c>.</summary>
    public static string Title(Sample sample) => sample.Outcome switch
    {
        Outcome.Color => Spaced(sample.Name ?? "A color without a name"),
        Outcome.Error => $"Error {Status(sample)}",
        Outcome.Timeout => "Timeout: no answer in time",
        Outcome.Refused => "Refused: no connection",
        _ => "Garbage: an answer that is no color",
    };

    /// <summary>All of it, in one line.</summary>
    public static string Sentence(Sample sample) => string.Join(
        ", ",
        Title(sample),
        $"from {sample.Destination}",
        $"pod {sample.Destination.Pod ?? "unknown"}",
        $"status {Status(sample)}",
        LatencyScale.Text(sample.Latency),
        string.Create(CultureInfo.InvariantCulture, $"number {sample.Number}"));

    /// <summary><c>SteelBlue</c> is read as two words.</summary>
    private static string Spaced(string name) =>
        string.Concat(name.Select((letter, i) =>
            i > 0 && char.IsUpper(letter) && char.IsLower(name[i - 1]) ? $" {letter}" : $"{letter}"));
}
