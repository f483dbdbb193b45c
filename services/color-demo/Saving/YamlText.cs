namespace ColorDemo.Launcher.Saving;

/// <summary>Lines and gaps of a YAML text.</summary>
internal sealed class YamlText(string text)
{
    public string Text => text;

    public string NewLine { get; } =
        text.IndexOf('\n') is > 0 and var end && text[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>A block of lines at the end would otherwise lose its last line's end.</summary>
    public bool EndsWithNewLine => text.EndsWith('\n');

    public char At(int offset) => offset < text.Length ? text[offset] : '\0';

    public int LineStart(int offset) => offset > 0 ? text.LastIndexOf('\n', offset - 1) + 1 : 0;

    /// <summary>Before the line's end.</summary>
    public int LineEnd(int offset)
    {
        var end = text.IndexOf('\n', offset);
        return end < 0 ? text.Length : end > offset && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>Zero in the first line.</summary>
    public int EndOfLineAbove(int offset) =>
        LineStart(offset) is > 0 and var start ? LineEnd(LineStart(start - 1)) : 0;

    public int NextLine(int offset)
    {
        var end = text.IndexOf('\n', offset);
        return end < 0 ? text.Length : end + 1;
    }

    public int Column(int offset) => offset - LineStart(offset);

    public bool StartsLine(int offset) => text.AsSpan()[LineStart(offset)..offset].Trim(' ').IsEmpty;

    public bool IsBlankLine(int offset) => text.AsSpan()[LineStart(offset)..LineEnd(offset)].Trim().IsEmpty;

    public bool IsCommentOrBlank(int offset) =>
        IsBlankLine(offset) || text.AsSpan()[LineStart(offset)..LineEnd(offset)].TrimStart().StartsWith('#');

    /// <summary>Whether the rest of the line is a comment, perhaps after a comma.</summary>
    public bool HasCommentBehind(int offset) =>
        text.AsSpan()[offset..LineEnd(offset)].TrimStart(" \t,").StartsWith('#');

    /// <summary>The lines after that of the offset.</summary>
    public string[] LinesBelow(int offset, int end) =>
        NextLine(offset) is var below && below < end ? text[below..end].ReplaceLineEndings("\n").Split('\n') : [];

    /// <summary>Past spaces, line ends and comments.</summary>
    public int Skip(int offset, bool overCommas = false)
    {
        while (offset < text.Length)
        {
            if (text[offset] == '#')
            {
                offset = LineEnd(offset);
            }
            else if (char.IsWhiteSpace(text[offset]) || (overCommas && text[offset] == ','))
            {
                offset++;
            }
            else
            {
                break;
            }
        }

        return offset;
    }

    /// <summary>Past anchors and tags, and what stands between them and their value.</summary>
    public int SkipProperties(int offset)
    {
        while (At(offset) is '&' or '!')
        {
            while (offset < text.Length && !char.IsWhiteSpace(text[offset]) && text[offset] is not (',' or ']' or '}'))
            {
                offset++;
            }

            offset = Skip(offset);
        }

        return offset;
    }

    /// <summary>Where the lines end that belong to <c>|</c> or <c>&gt;</c>, without the last line's end.</summary>
    /// <param name="header">Of the sign.</param>
    /// <param name="next">Of what comes behind, with any blank lines before it.</param>
    public int BlockScalarEnd(int header, int next)
    {
        var end = LineEnd(text.AsSpan()[..next].TrimEnd(" \t\r\n").Length);
        var keepsBlankLines = text.AsSpan()[header..LineEnd(header)].IndexOfAny('+', '#') is >= 0 and var sign
            && text[header + sign] == '+';
        if (!keepsBlankLines)
        {
            return end;
        }

        return StartsLine(next) ? Math.Max(end, EndOfLineAbove(next)) : next;
    }
}
