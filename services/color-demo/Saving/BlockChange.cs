namespace ColorDemo.Launcher.Saving;

/// <summary>Adds entries to mappings and lists in block style, and removes them.</summary>
/// <remarks>
/// A comment goes with the line it is on, and with the object or list around it. A line that is a comment only stays,
/// even above a field that is removed: nobody knows whether it was about that one.
/// </remarks>
internal sealed class BlockChange(YamlText text, TextEdits edits, BlockText block)
{
    public void Change(YamlPart part, List<int> removed, List<NewEntry> added)
    {
        var first = part.Entries[0];
        var column = text.Column(first.Start);
        var margin = $"\n{new string(' ', column)}";
        if (removed.Count == part.Entries.Count && !text.StartsLine(first.Start))
        {
            edits.Replace(first.Start, part.End, string.Join(margin, added.Select(one => Text(one, column))));
            return;
        }

        foreach (var one in added.Where(one => one.Behind < 0))
        {
            if (text.StartsLine(first.Start))
            {
                edits.Insert(LineAbove(part), $"{margin}{Text(one, column)}");
            }
            else
            {
                edits.Insert(first.Start, $"{Text(one, column)}{margin}");
            }
        }

        foreach (var one in added.Where(one => one.Behind >= 0).OrderBy(one => one.Behind))
        {
            edits.Insert(text.LineEnd(part.Entries[one.Behind].End), $"{margin}{Text(one, column)}");
        }

        Remove(part, removed);
    }

    /// <summary>End of the line that the collection starts behind: above the comments of its first entry.</summary>
    private int LineAbove(YamlPart part)
    {
        var end = text.EndOfLineAbove(part.Entries[0].Start);
        while (end > 0 && text.IsCommentOrBlank(end))
        {
            end = text.EndOfLineAbove(end);
        }

        return end;
    }

    private void Remove(YamlPart part, List<int> removed)
    {
        var isRemoved = removed.ToHashSet();
        for (var place = 0; place < part.Entries.Count; place++)
        {
            var entry = part.Entries[place];
            if (!isRemoved.Contains(place))
            {
                continue;
            }

            if (text.StartsLine(entry.Start))
            {
                edits.RemoveLines(entry.Start, entry.End);
                continue;
            }

            // the first field of an item, on the line of the hyphen: the next one that stays goes up to it
            var next = Enumerable.Range(place, part.Entries.Count - place).First(one => !isRemoved.Contains(one));
            var hasComments = Enumerable.Range(place, next - place).Any(one =>
                text.Text.AsSpan()[text.LineEnd(part.Entries[one].End)..part.Entries[one + 1].Start].Contains('#'));
            if (hasComments)
            {
                edits.Remove(text.Text.AsSpan()[..entry.Start].TrimEnd(' ').Length, text.LineEnd(entry.End));
            }
            else
            {
                edits.Remove(entry.Start, part.Entries[next].Start);
                place = next;
            }
        }
    }

    private string Text(NewEntry added, int column) => added.Key is { } key
        ? block.Field(key, added.Value, column)
        : block.Item(added.Value, column);
}
