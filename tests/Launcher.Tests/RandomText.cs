using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Launcher.Saving;

namespace ColorDemo.Launcher.Tests;

/// <summary>Writes an object as people do: any style anywhere, comments between.</summary>
internal sealed class RandomText(Random random)
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Inside, string Line)> _comments = [];

    /// <summary>Lines that are comments, and the path of the mapping or list that each stands in.</summary>
    public IReadOnlyList<(string Inside, string Line)> Comments => _comments;

    public string Write(JsonObject json)
    {
        Fields(json, 0, "", startsLine: true);
        return _text.ToString();
    }

    private void Fields(JsonObject json, int column, string path, bool startsLine)
    {
        foreach (var (key, value) in json)
        {
            if (startsLine)
            {
                Between(column, path);
                _text.Append(' ', column);
            }

            startsLine = true;
            _text.Append(ScalarText.Key(key)).Append(':');
            Value(value, column, path.Length > 0 ? $"{path}.{key}" : key, isItem: false);
        }
    }

    private void Items(JsonArray array, int column, string path, bool startsLine)
    {
        for (var place = 0; place < array.Count; place++)
        {
            if (startsLine)
            {
                Between(column, path);
                _text.Append(' ', column);
            }

            startsLine = true;
            _text.Append('-');
            Value(array[place], column, $"{path}[{place}]", isItem: true);
        }
    }

    private void Value(JsonNode? value, int column, string path, bool isItem)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && random.Next(4) > 0)
        {
            var startsLine = !isItem || random.Next(4) == 0;
            _text.Append(startsLine ? $"{Remark()}\n" : " ");
            if (value is JsonObject json)
            {
                Fields(json, column + 2, path, startsLine);
            }
            else
            {
                Items((JsonArray)value, column + (!isItem && random.Next(2) == 0 ? 0 : 2), path, startsLine);
            }
        }
        else if (value?.GetValueKind() == JsonValueKind.String
            && LiteralText.Of(value.GetValue<string>(), column + 2, YamlForm.Literal, true) is { } lines
            && random.Next(2) == 0)
        {
            _text.Append(' ').Append(lines.Head).Append(Remark()).Append(lines.Tail).Append('\n');
        }
        else if (value is null && random.Next(2) == 0)
        {
            _text.Append(Remark()).Append('\n');
        }
        else
        {
            _text.Append(' ').Append(Flow(value, column + 2)).Append(Remark()).Append('\n');
        }
    }

    private string Flow(JsonNode? value, int column)
    {
        var isLong = random.Next(3) == 0;
        var (margin, end) = isLong
            ? ($"\n{new string(' ', column + 2)}", $"\n{new string(' ', column)}")
            : ("", "");
        return value switch
        {
            JsonObject json => $"{{{Joined(json.Select(field =>
                $"{ScalarText.Key(field.Key, inFlow: true)}: {Flow(field.Value, column + 2)}"))}}}",
            JsonArray array => $"[{Joined(array.Select(item => Flow(item, column + 2)))}]",
            _ => ScalarText.Of(value, (YamlForm)random.Next(1, 4), inFlow: true),
        };

        string Joined(IEnumerable<string> entries) => entries.Any()
            ? $"{margin}{string.Join(isLong ? $",{margin}" : ", ", entries)}{end}"
            : "";
    }

    private void Between(int column, string path)
    {
        if (random.Next(4) == 0)
        {
            var line = $"{new string(' ', column)}# comment {_comments.Count}!";
            _comments.Add((path, line));
            _text.Append(line).Append('\n');
        }
        else if (random.Next(8) == 0)
        {
            _text.Append('\n');
        }
    }

    private string Remark() => random.Next(6) == 0 ? " # remark" : "";
}
