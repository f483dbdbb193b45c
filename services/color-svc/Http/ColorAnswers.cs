using System.Diagnostics;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Telemetry;
using Prometheus;

namespace ColorDemo.ColorService.Http;

/// <summary>The answer for every color of the palette, encoded and counted under this pod's identity.</summary>
internal sealed class ColorAnswers
{
    // A palette's colors are the same objects for good: comparing references is enough, and quicker.
    private readonly Dictionary<Color, CountedAnswer> _answers = new(ReferenceEqualityComparer.Instance);
    private readonly CountedAnswer _unknown;

    public ColorAnswers(Palette palette, Identity identity, ServiceMetrics metrics)
    {
        _unknown = Prepare(NamedColors.Unknown, NamedColors.UnknownHexCode, null);
        foreach (var color in palette.Colors)
        {
            _answers[color] = Prepare(color.Name, color.HexCode, color.Family.Name);
        }

        CountedAnswer Prepare(string name, string hexCode, string? family) =>
            new(Answer.Color(name, hexCode, family, identity), metrics.Colors(name, family ?? NamedColors.Unknown));
    }

    /// <param name="color">Null means one that is not known, or not enabled.</param>
    public Task SendAsync(HttpContext context, Color? color)
    {
        var (answer, count) = color is null ? _unknown : _answers[color];
        count.Inc();
        Activity.Current?.SetTag("color.name", color?.Name ?? "unknown");
        return answer.SendAsync(context);
    }

    private sealed record CountedAnswer(Answer Answer, Counter.Child Count);
}
