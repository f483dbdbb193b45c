using System.Text;

namespace ColorDemo.Launcher.Saving;

/// <summary>Changes of a text that leave all the rest of it as it is.</summary>
internal sealed class TextEdits(YamlText text)
{
    private readonly List<(int Start, int End, string New)> _edits = [];

    /// <param name="lines">With <c>\n</c> between them; written as this file ends its lines.</param>
    public void Replace(int start, int end, string lines)
    {
        if (start != end || lines.Length > 0)
        {
            _edits.Add((start, end, lines.Replace("\n", text.NewLine, StringComparison.Ordinal)));
        }
    }

    /// <summary>Several at the same place stand in the order in which they were asked for.</summary>
    public void Insert(int at, string lines) => Replace(at, at, lines);

    public void Remove(int start, int end) => Replace(start, end, "");

    /// <summary>Removes whole lines, and one of the two blank lines that they would leave behind.</summary>
    public void RemoveLines(int start, int end)
    {
        var first = text.LineStart(start);
        if (first == 0)
        {
            Remove(0, text.NextLine(end));
            return;
        }

        var above = text.EndOfLineAbove(start);
        var isGap = text.IsBlankLine(above) && (text.NextLine(end) is var below && text.IsBlankLine(below));
        Remove(isGap ? text.EndOfLineAbove(above) : above, text.LineEnd(end));
    }

    /// <returns>Null when two of them are about the same place.</returns>
    public string? Apply()
    {
        var changed = new StringBuilder();
        var at = 0;
        foreach (var (start, end, lines) in _edits.OrderBy(one => one.Start).ThenBy(one => one.End))
        {
            if (start < at)
            {
                return null;
            }

            changed.Append(text.Text, at, start - at).Append(lines);
            at = end;
        }

        return changed.Append(text.Text, at, text.Text.Length - at).ToString();
    }
}
