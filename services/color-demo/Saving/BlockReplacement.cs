using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Saving;

/// <summary>Writes another value after a key or a hyphen, in block style.</summary>
internal sealed class BlockReplacement(YamlText text, TextEdits edits, BlockText block)
{
    public void Write(YamlEntry entry, JsonNode? wanted)
    {
        var part = entry.Value;
        var lines = LinesLike(part, wanted)
            ?? block.Of(wanted, text.Column(entry.Start), entry.Key is null, part.Form);
        if (wanted?.GetValueKind() == JsonValueKind.String && lines.Tail.Length > 0 && HasLinesAbove(entry))
        {
            lines = new(ScalarText.Of(wanted), ""); // the comments there would be read as lines of the text
        }

        switch (part.Form)
        {
            case YamlForm.Empty:
                Head(part.Start, part.Start, lines);
                edits.Insert(text.LineEnd(part.Start), lines.Tail);
                break;
            case YamlForm.Literal or YamlForm.Folded:
                var header = text.LineEnd(part.Content);
                var signs = text.Text.AsSpan()[part.Content..header];
                var sign = signs.IndexOfAny(' ', '\t') is >= 0 and var space ? space : signs.Length;
                Head(lines.Head.Length > 0 ? StartOf(part) : entry.Gap, part.Content + sign, lines);
                edits.Replace(header, part.End, lines.Tail);
                break;
            case YamlForm.Block when text.StartsLine(part.Entries[0].Start):
                Head(entry.Gap, Math.Max(entry.Gap, part.Start == part.Entries[0].Start ? 0 : HeadEnd(part)), lines);
                edits.Replace(text.EndOfLineAbove(part.Entries[0].Start), text.LineEnd(part.End), lines.Tail);
                break;
            case YamlForm.Block:
                edits.Replace(part.Entries[0].Start, part.End, lines.Head + lines.Tail);
                break;
            default:
                Head(lines.Head.Length > 0 ? StartOf(part) : entry.Gap, part.End, lines);
                edits.Insert(text.LineEnd(part.End), lines.Tail);
                break;
        }
    }

    /// <returns>Null where there were no lines of a text, or are none any more.</returns>
    private BlockLines? LinesLike(YamlPart part, JsonNode? wanted)
    {
        if (part.Form is not (YamlForm.Literal or YamlForm.Folded)
            || wanted?.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        var lines = text.LinesBelow(part.Content, part.End);
        var margin = lines.Select(line => line.Length - line.TrimStart(' ').Length)
            .FirstOrDefault(spaces => spaces > 0);
        var before = lines.Select(line => line[Math.Min(margin, line.Length)..]).ToList();
        return margin == 0
            ? null
            : LiteralText.Of(wanted.GetValue<string>(), margin, part.Form, block.HasLiterals, before);
    }

    /// <summary>A tag told the old value's type, so it goes; an anchor that nobody asks for stays.</summary>
    private static int StartOf(YamlPart part) => part.IsTagged ? part.Start : part.Content;

    private void Head(int start, int end, BlockLines lines)
    {
        var needsSpace = lines.Head.Length > 0 && text.At(start - 1) is (':' or '-');
        edits.Replace(start, end, needsSpace ? $" {lines.Head}" : lines.Head);
    }

    /// <summary>End of an anchor or a tag.</summary>
    private int HeadEnd(YamlPart part)
    {
        var line = text.Text.AsSpan()[part.Start..text.LineEnd(part.Start)];
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return part.Start + (comment < 0 ? line : line[..comment]).TrimEnd().Length;
    }

    /// <summary>Comments or blank lines between the key and the first entry of its value.</summary>
    private bool HasLinesAbove(YamlEntry entry) => entry.Value is { Form: YamlForm.Block, Entries: [var first, ..] }
        && text.EndOfLineAbove(first.Start) > text.LineEnd(entry.Gap);
}
