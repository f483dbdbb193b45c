using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ColorDemo.Mesh.Istio;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ColorDemo.Launcher.Saving;

/// <summary>Writes a value on one line, with quotes only where it would be read as something else.</summary>
internal static partial class ScalarText
{
    private const int EventsOfList = 7; // starts and ends of stream, document and list, and the text
    private const int EventsOfMapping = 8;

    /// <param name="like">How the value before it is written.</param>
    public static string Of(JsonNode? value, YamlForm like = YamlForm.Plain, bool inFlow = false)
    {
        if (value is null)
        {
            return "null";
        }

        if (value.GetValueKind() != JsonValueKind.String)
        {
            return value.ToJsonString();
        }

        var text = value.GetValue<string>();
        return like switch
        {
            YamlForm.DoubleQuoted => DoubleQuoted(text),
            YamlForm.SingleQuoted when !text.Any(IsSpecial) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            not YamlForm.SingleQuoted when IsPlain($"- {text}", text, EventsOfList)
                && (!inFlow || IsPlainInFlow($"[{text}]", text, EventsOfList)) => text,
            _ => DoubleQuoted(text),
        };
    }

    public static string Key(string name, bool inFlow = false) =>
        IsPlain($"{name}: x", name, EventsOfMapping)
            && (!inFlow || IsPlainInFlow($"{{{name}: x}}", name, EventsOfMapping))
            ? name
            : DoubleQuoted(name);

    /// <summary>As JSON has it as well.</summary>
    public static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                _ when IsSpecial(letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Not to be seen as itself in a text, or a line's end to YAML.</summary>
    public static bool IsSpecial(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff';

    /// <summary>kubectl's parser takes no question mark at all in brackets, and no colon in front.</summary>
    private static bool IsPlainInFlow(string yaml, string text, int events) =>
        !text.StartsWith(':') && !text.Contains('?') && IsPlain(yaml, text, events);

    /// <summary>Asks the parser, which knows best, but takes more in brackets than others do.</summary>
    /// <param name="yaml">A list of the text alone, or a mapping whose key it is.</param>
    private static bool IsPlain(string yaml, string text, int events)
    {
        if (text.Length == 0 || text.Any(IsSpecial) || ReadOtherwise.IsMatch(text))
        {
            return false;
        }

        if (Simple.IsMatch(text))
        {
            return MeansText(new(AnchorName.Empty, TagName.Empty, text, ScalarStyle.Plain, true, false));
        }

        try
        {
            List<ParsingEvent> read = [];
            for (var parser = new Parser(new StringReader(yaml)); read.Count <= events && parser.MoveNext();)
            {
                read.Add(parser.Current!);
            }

            return read.Count == events
                && read[3] is Scalar { Style: ScalarStyle.Plain, Tag.IsEmpty: true, Anchor.IsEmpty: true } scalar
                && scalar.Value == text
                && MeansText(scalar);
        }
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static bool MeansText(Scalar scalar) => YamlScalar.Read(scalar)?.GetValueKind() == JsonValueKind.String;

    /// <summary>Most texts are, and a parser for each would take its time.</summary>
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_./-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Simple { get; }

    /// <summary>Words that other readers of YAML 1.1 take for a truth value, a time, an angle, a merge.</summary>
    [GeneratedRegex(
        @"\A([yYnN]|<<|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|=|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
        + @"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReadOtherwise { get; }
}
