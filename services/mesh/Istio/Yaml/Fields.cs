using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads the fields of one JSON object by name, and reports those that nobody asked for.</summary>
/// <remarks>
/// A reader asks for every field it simulates, names those it knows and does not simulate, and calls
/// <see cref="End"/>: what is left is no field of Istio's. A wrong value is reported and read as absent, so that
/// reading goes on and finds the next problem too.
/// </remarks>
internal sealed partial class Fields(JsonObject json, string path, ProblemReport report)
{
    private readonly HashSet<string> _known = [];

    /// <summary>The file and line where these fields stand.</summary>
    public Origin Origin => report.OriginOf(path);

    public string Path => path;

    public bool HasErrors => report.HasErrors;

    public string PathOf(string name) => path.Length > 0 ? $"{path}.{name}" : name;

    public bool IsEmpty => json.All(pair => pair.Value is null);

    public bool Has(string name) => json[name] is not null;

    /// <summary>Whether the field is absent, null, or a list or mapping of nothing.</summary>
    public bool HasNothing(string name) => json[name] is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    /// <summary>Protobuf does not tell the empty text from an absent one.</summary>
    public bool IsAbsentOrEmptyText(string name) =>
        json[name] is not { } node || (node is JsonValue && node.ToString().Length == 0);

    public void Error(string name, string message, string code = ProblemCode.InvalidValue) =>
        report.Error(name.Length > 0 ? PathOf(name) : path, message, code);

    public void Warn(string name, string message, string code = ProblemCode.Doubtful) =>
        report.Warn(name.Length > 0 ? PathOf(name) : path, message, code);

    public string? Text(string name, string expected = "text; put quotes around it if it looks like a number") =>
        Value<string>(name, expected);

    public string RequiredText(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text) && (json[name] is null || text is not null))
        {
            Error(name, "is required", ProblemCode.Required);
        }

        return text ?? "";
    }

    public bool Flag(string name) => Value<bool>(name, "true or false") is true;

    public int? WholeNumber(string name, int least, int most)
    {
        var expected = least > int.MinValue ? $"a whole number from {least} to {most}" : "a whole number";
        if (json[name] is JsonValue text && text.TryGetValue(out string? quoted) && long.TryParse(quoted, out _))
        {
            expected += ", without quotes";
        }

        var number = Value<long?>(name, expected);
        if (number is null || (number >= least && number <= most))
        {
            return (int?)number;
        }

        Error(name, $"{number} is not {expected}");
        return null;
    }

    public double? Number(string name)
    {
        Ask(name, FieldForm.Number);
        return json[name] is JsonValue value && value.TryGetValue(out long whole)
            ? whole
            : Value<double?>(name, "a number");
    }

    /// <summary>One of some words, in this spelling.</summary>
    public string? Choice(string name, params IReadOnlyList<string> words)
    {
        report.Asked?.Add(PathOf(name), words);
        var word = Value<string>(name, $"one of {string.Join(", ", words)}");
        if (word is null || words.Contains(word))
        {
            return word;
        }

        Error(name, $"'{word}' is none of {string.Join(", ", words)}");
        return null;
    }

    /// <summary>A duration as Go writes it, such as <c>1m3.5s</c>: at least 1 ms, no part finer.</summary>
    /// <param name="name">The field.</param>
    /// <param name="least">What Istio accepts at least.</param>
    public TimeSpan? Duration(string name, TimeSpan? least = null)
    {
        const string Forms = "a number and its unit, for example 2s, 250ms or 1m30s";
        if (Text(name, Forms) is not { } text)
        {
            return null;
        }

        if (GoDuration.Parse(text) is not { } duration)
        {
            Error(name, $"'{text}' is no duration; write {Forms}");
            return null;
        }

        var shortest = least ?? TimeSpan.FromMilliseconds(1);
        if (duration < shortest || duration.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            Error(name, duration == TimeSpan.Zero
                ? "must be at least 1ms; leave the field out to have none"
                : $"must be whole milliseconds, at least {shortest.TotalMilliseconds}ms");
            return null;
        }

        return duration;
    }

    public Fields? Object(string name)
    {
        Ask(name, FieldForm.Mapping);
        switch (json[name])
        {
            case null:
                return null;
            case JsonObject inner:
                return new(inner, PathOf(name), report);
            default:
                Error(name, "must be a mapping of fields", ProblemCode.WrongType);
                return null;
        }
    }

    public IReadOnlyList<Fields> Objects(string name)
    {
        List<Fields> objects = [];
        foreach (var (item, at) in Items(name, FieldForm.Mappings))
        {
            if (item is JsonObject inner)
            {
                objects.Add(new(inner, at, report));
            }
            else
            {
                report.Error(at, "must be a mapping of fields", ProblemCode.WrongType);
            }
        }

        return objects;
    }

    public IReadOnlyList<string> Texts(string name) => [.. TextItems(name).Select(item => item.Text)];

    /// <summary>The fields of a mapping whose keys are free, such as labels or header names.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string name)
    {
        var fields = Object(name);
        return (fields?.Names ?? []).ToDictionary(key => key, key => fields!.Text(key) ?? "");
    }

    public IReadOnlyList<string> Names => [.. json.Select(pair => pair.Key)];

    internal IEnumerable<(JsonNode? Item, string Path)> Items(
        string name, FieldForm form = FieldForm.Numbers)
    {
        Ask(name, form);
        switch (json[name])
        {
            case JsonArray array:
                return array.Select((item, index) => (item, $"{PathOf(name)}[{index}]"));
            case not null:
                Error(name, "must be a list", ProblemCode.WrongType);
                break;
        }

        return [];
    }

    private void Ask(string name, FieldForm form)
    {
        _known.Add(name);
        report.Asked?.Add(PathOf(name), form);
    }

    private T? Value<T>(string name, string expected)
    {
        Ask(name, typeof(T) == typeof(string) ? FieldForm.Text
            : typeof(T) == typeof(bool) ? FieldForm.Flag
            : typeof(T) == typeof(long?) ? FieldForm.WholeNumber
            : FieldForm.Number);
        if (json[name] is not { } node)
        {
            return default;
        }

        if (node is JsonValue value && value.TryGetValue(out T? found))
        {
            return found;
        }

        Error(name, $"{GivenValue.Show(node)} must be {expected}", ProblemCode.WrongType);
        return default;
    }
}
