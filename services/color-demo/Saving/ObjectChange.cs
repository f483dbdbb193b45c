using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Saving;

/// <summary>Finds what of an object is to be written anew, and has it written.</summary>
/// <param name="root">Of the document that the object is in: what its aliases name must stay as it is.</param>
internal sealed class ObjectChange(string file, YamlText text, YamlPart root, TextEdits edits)
{
    private readonly SharedValues _shared = new(file, root);
    private readonly BlockChange _block = new(text, edits, BlockText.As(root, text));
    private readonly BlockReplacement _replacement = new(text, edits, BlockText.As(root, text));
    private readonly FlowChange _flow = new(text, edits, IsJson(root));

    /// <exception cref="CannotSaveException">Something else hangs on what would have to change.</exception>
    public void Write(YamlPart part, JsonObject now, JsonObject wanted) => Fields(part, now, wanted, "");

    private static bool IsJson(YamlPart root) =>
        root is { Form: YamlForm.Flow, Entries: [{ IsQuoted: true }, ..] };

    private void Value(YamlPart holder, YamlEntry entry, JsonNode? now, JsonNode? wanted, string path)
    {
        var part = entry.Value;
        if (JsonNode.DeepEquals(now, wanted))
        {
            return;
        }

        _shared.CheckIsOwn(part, path);
        switch (wanted)
        {
            case JsonObject { Count: > 0 } json when part is { IsMapping: true, Entries.Count: > 0 }:
                Fields(part, (JsonObject)now!, json, path);
                break;
            case JsonArray { Count: > 0 } array when part is { IsMapping: false, Entries.Count: > 0 }:
                Items(part, (JsonArray)now!, array, path);
                break;
            default:
                Replace(holder, entry, wanted, path);
                break;
        }
    }

    private void Fields(YamlPart part, JsonObject now, JsonObject wanted, string path)
    {
        var own = part.Entries.Where(entry => !entry.IsMerge).Select(entry => entry.Key!).ToHashSet();
        foreach (var (key, value) in now.Where(field => !own.Contains(field.Key)))
        {
            if (!wanted.TryGetPropertyValue(key, out var other) || !JsonNode.DeepEquals(value, other))
            {
                throw _shared.Inherited(part, Inside(path, key));
            }
        }

        List<int> removed = [];
        for (var place = 0; place < part.Entries.Count; place++)
        {
            var entry = part.Entries[place];
            if (entry.IsMerge)
            {
                continue;
            }

            var isWanted = wanted.TryGetPropertyValue(entry.Key!, out var value);
            if (isWanted && JsonNode.DeepEquals(now[entry.Key!], value))
            {
                continue;
            }

            _shared.CheckForm(part, entry, Inside(path, entry.Key!));
            if (isWanted)
            {
                Value(part, entry, now[entry.Key!], value, Inside(path, entry.Key!));
            }
            else
            {
                _shared.CheckWhole(entry.Value, Inside(path, entry.Key!));
                removed.Add(place);
            }
        }

        var added = NewFields(part, now, wanted, removed);
        if (removed.Count + added.Count > 0)
        {
            _shared.CheckForm(part, null, path);
            Change(part, removed, added);
        }
    }

    /// <summary>New fields go behind the field that is before them in the wanted object, or to the end.</summary>
    private static List<NewEntry> NewFields(YamlPart part, JsonObject now, JsonObject wanted, List<int> removed)
    {
        List<NewEntry> added = [];
        var last = Enumerable.Range(0, part.Entries.Count).Except(removed).LastOrDefault(part.Entries.Count - 1);
        var behind = last;
        var places = part.Entries.Select((entry, place) => (entry, place))
            .Where(one => !one.entry.IsMerge).ToDictionary(one => one.entry.Key!, one => one.place);
        foreach (var (key, value) in wanted)
        {
            if (places.TryGetValue(key, out var place))
            {
                behind = place;
            }
            else if (!now.ContainsKey(key))
            {
                added.Add(new(behind, key, value));
            }
        }

        return added;
    }

    private void Items(YamlPart part, JsonArray now, JsonArray wanted, string path)
    {
        var places = ItemAlignment.Of(now, wanted);
        List<NewEntry> added = [];
        var behind = -1;
        for (var item = 0; item < places.Length; item++)
        {
            if (places[item] < 0)
            {
                added.Add(new(behind, null, wanted[item]));
                continue;
            }

            behind = places[item];
            Value(part, part.Entries[behind], now[behind], wanted[item], $"{path}[{behind}]");
        }

        List<int> removed = [.. Enumerable.Range(0, part.Entries.Count).Except(places)];
        removed.ForEach(place => _shared.CheckWhole(part.Entries[place].Value, $"{path}[{place}]"));
        if (removed.Count + added.Count > 0)
        {
            Change(part, removed, added);
        }
    }

    private void Change(YamlPart part, List<int> removed, List<NewEntry> added)
    {
        if (part.Form == YamlForm.Flow)
        {
            _flow.Change(part, removed, added);
        }
        else
        {
            _block.Change(part, removed, added);
        }
    }

    private void Replace(YamlPart holder, YamlEntry entry, JsonNode? wanted, string path)
    {
        _shared.CheckWhole(entry.Value, path);
        if (holder.Form == YamlForm.Flow)
        {
            _flow.Replace(entry, wanted);
        }
        else
        {
            _replacement.Write(entry, wanted);
        }
    }

    private static string Inside(string path, string name) => path.Length > 0 ? $"{path}.{name}" : name;
}

/// <summary>A field or item to be written.</summary>
/// <param name="Behind">Place of the entry above it; -1 for before the first one.</param>
internal sealed record NewEntry(int Behind, string? Key, JsonNode? Value);
