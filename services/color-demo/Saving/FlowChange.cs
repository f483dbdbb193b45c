using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Saving;

/// <summary>Changes values in brackets.</summary>
internal sealed class FlowChange(YamlText text, TextEdits edits, bool isJson)
{
    private readonly FlowText _flow = new(isJson);

    public void Replace(YamlEntry entry, JsonNode? wanted)
    {
        var part = entry.Value;
        var written = _flow.Of(wanted, part.Form);
        edits.Replace(
            part.IsTagged ? part.Start : part.Content,
            part.End,
            part.Form == YamlForm.Empty && entry.Key is not null ? $" {written}" : written);
    }

    public void Change(YamlPart part, List<int> removed, List<NewEntry> added)
    {
        var entries = part.Entries;
        if (removed.Count == entries.Count)
        {
            var between = text.StartsLine(entries[0].Start) ? $",\n{Margin(entries[0])}" : ", ";
            edits.Replace(entries[0].Start, entries[^1].End, string.Join(between, added.Select(Text)));
            return;
        }

        foreach (var one in added.OrderBy(one => one.Behind))
        {
            Add(part, one);
        }

        var last = Enumerable.Range(0, entries.Count).Except(removed).Last();
        foreach (var place in removed.Where(place => place < last))
        {
            RemoveBefore(entries[place], entries[place + 1]);
        }

        RemoveEnd(part, last);
    }

    private void Add(YamlPart part, NewEntry added)
    {
        if (added.Behind < 0)
        {
            var first = part.Entries[0];
            edits.Insert(first.Start,
                text.StartsLine(first.Start) ? $"{Text(added)},\n{Margin(first)}" : $"{Text(added)}, ");
            return;
        }

        var above = part.Entries[added.Behind];
        if (!text.StartsLine(above.Start))
        {
            edits.Insert(above.End, $", {Text(added)}");
        }
        else if (!text.HasCommentBehind(above.End))
        {
            edits.Insert(above.End, $",\n{Margin(above)}{Text(added)}");
        }
        else if (text.At(text.Skip(above.End)) == ',')
        {
            edits.Insert(text.LineEnd(above.End), $"\n{Margin(above)}{Text(added)},");
        }
        else
        {
            edits.Insert(above.End, ",");
            edits.Insert(text.LineEnd(above.End), $"\n{Margin(above)}{Text(added)}");
        }
    }

    private void RemoveBefore(YamlEntry entry, YamlEntry next)
    {
        if (text.StartsLine(entry.Start) && text.StartsLine(next.Start))
        {
            edits.RemoveLines(entry.Start, entry.End);
        }
        else
        {
            edits.Remove(entry.Start, next.Start);
        }
    }

    /// <summary>Of the entries behind the last one that stays, and its comma.</summary>
    private void RemoveEnd(YamlPart part, int last)
    {
        for (var place = last + 1; place < part.Entries.Count; place++)
        {
            var (before, entry) = (part.Entries[place - 1], part.Entries[place]);
            var isAlone = text.StartsLine(entry.Start) && text.StartsLine(text.Skip(entry.End, overCommas: true));
            if (!isAlone)
            {
                edits.Remove(before.End, entry.End);
                continue;
            }

            if (place == last + 1 && text.Skip(before.End) is var comma && text.At(comma) == ',')
            {
                edits.Remove(comma, comma + 1);
            }

            edits.RemoveLines(entry.Start, entry.End);
        }
    }

    private string Margin(YamlEntry entry) => new(' ', text.Column(entry.Start));

    private string Text(NewEntry added) =>
        added.Key is { } key ? _flow.Field(key, added.Value) : _flow.Of(added.Value);
}
