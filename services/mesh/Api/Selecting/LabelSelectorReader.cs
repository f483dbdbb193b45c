using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Reads a label selector word by word.</summary>
internal sealed class LabelSelectorReader
{
    private const string Marks = "()=!,<>";

    private readonly Queue<string> _words;

    private LabelSelectorReader(string text) => _words = new(WordsOf(text));

    public static IReadOnlyList<LabelRequirement> Read(string text)
    {
        var reader = new LabelSelectorReader(text);
        List<LabelRequirement> requirements = [];
        while (reader._words.Count > 0)
        {
            requirements.Add(reader.Requirement());
            if (reader._words.TryDequeue(out var mark) && (mark != "," || reader._words.Count == 0))
            {
                throw Unreadable(mark == ","
                    ? "a label key must follow the last ','"
                    : $"found '{GivenValue.Shorten(mark)}', expected ','");
            }
        }

        return requirements;
    }

    private LabelRequirement Requirement()
    {
        var isAbsent = _words.TryPeek(out var first) && first == "!";
        if (isAbsent)
        {
            _words.Dequeue();
        }

        var key = Key();
        if (isAbsent || IsAtEnd())
        {
            return new(key, isAbsent ? "!" : "exists", []);
        }

        var mark = _words.Dequeue();
        return mark switch
        {
            "=" or "==" => new(key, "in", [Value(key)]),
            "!=" => new(key, "notin", [Value(key)]),
            "in" or "notin" => new(key, mark, Values(key)),
            "<" or ">" when Value(key) is var limit => LabelRequirement.Number(limit) is not null
                ? new(key, mark, [limit])
                : throw Unreadable($"'{GivenValue.Shorten(limit)}' after '{mark}' must be a whole number"),
            _ => throw Unreadable($"found '{GivenValue.Shorten(mark)}' after '{key}', "
                + "expected one of = == != in notin < >"),
        };
    }

    private string Key()
    {
        if (!_words.TryDequeue(out var key) || IsMark(key))
        {
            throw Unreadable($"found '{key}', expected a label key");
        }

        return LabelMap.IsKey(key)
            ? key
            : throw Unreadable($"'{GivenValue.Shorten(key)}' is no label key; write a name such as app, or one with "
                + "a domain before it, such as example.com/app");
    }

    private List<string> Values(string key)
    {
        if (!_words.TryDequeue(out var open) || open != "(")
        {
            throw Unreadable($"found '{GivenValue.Shorten(open ?? "")}' after '{key}', expected '('");
        }

        List<string> values = [];
        while (true)
        {
            values.Add(Value(key));
            if (!_words.TryDequeue(out var mark) || mark is not ("," or ")"))
            {
                throw Unreadable($"found '{GivenValue.Shorten(mark ?? "")}' among the values of '{key}', "
                    + "expected ',' or ')'");
            }

            if (mark == ")")
            {
                return values;
            }
        }
    }

    /// <returns>Empty where none is written, which is a value too.</returns>
    private string Value(string key)
    {
        if (!_words.TryPeek(out var value) || IsMark(value))
        {
            return "";
        }

        return LabelMap.IsValue(_words.Dequeue())
            ? value
            : throw Unreadable($"'{GivenValue.Shorten(value)}' is no value of the label '{key}'; write at most 63 "
                + "letters, digits, '-', '_' and '.', with a letter or digit at both ends");
    }

    private bool IsAtEnd() => !_words.TryPeek(out var next) || next == ",";

    private static bool IsMark(string word) => Marks.Contains(word[0]);

    private static IEnumerable<string> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at++;
            if (Marks.Contains(text[start]))
            {
                at += text[start] is '=' or '!' && at < text.Length && text[at] == '=' ? 1 : 0;
                yield return text[start..at];
            }
            else if (!char.IsWhiteSpace(text[start]))
            {
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && !Marks.Contains(text[at]))
                {
                    at++;
                }

                yield return text[start..at];
            }
        }
    }

    private static FormatException Unreadable(string why) => new($"unable to parse the label selector: {why}");
}
