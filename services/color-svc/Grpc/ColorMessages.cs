using System.Diagnostics;
using ColorDemo.ColorService.Telemetry;
using Prometheus;
using Color = ColorDemo.ColorService.Colors.Color;
using NamedColors = ColorDemo.ColorService.Colors.NamedColors;
using Palette = ColorDemo.ColorService.Colors.Palette;

namespace ColorDemo.ColorService.Grpc;

/// <summary>The message for every color of the palette, made once under this pod's identity, and counted.</summary>
internal sealed class ColorMessages
{
    private readonly Dictionary<Color, CountedMessage> _messages = new(ReferenceEqualityComparer.Instance);
    private readonly CountedMessage _unknown;

    public ColorMessages(Palette palette, Identity identity, ServiceMetrics metrics)
    {
        _unknown = new(
            Message(NamedColors.Unknown, NamedColors.UnknownHexCode),
            metrics.Colors(NamedColors.Unknown, NamedColors.Unknown));
        foreach (var color in palette.Colors)
        {
            var message = Message(color.Name, color.HexCode);
            message.Family = color.Family.Name;
            _messages[color] = new(message, metrics.Colors(color.Name, color.Family.Name));
        }

        V1.Color Message(string name, string hexCode)
        {
            var message = new V1.Color
            {
                Name = name,
                HexCode = hexCode,
                Version = identity.Version,
                Pod = identity.Pod,
            };
            if (identity.Cluster is { } cluster)
            {
                message.Cluster = cluster;
            }

            return message;
        }
    }

    /// <summary>The message of an answer.</summary>
    /// <param name="color">Null means one that is not known, or not enabled.</param>
    public V1.Color Answer(Color? color)
    {
        var (message, count) = color is null ? _unknown : _messages[color];
        count.Inc();
        Activity.Current?.SetTag("color.name", message.Name);
        return message;
    }

    /// <summary>The message of an entry in a list, which is no answer by itself.</summary>
    public V1.Color Entry(Color color) => _messages[color].Message;

    private sealed record CountedMessage(V1.Color Message, Counter.Child Count);
}
