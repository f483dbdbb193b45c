using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Saving;

/// <summary>Writes a value in block style.</summary>
/// <param name="Step">How much deeper the fields of a field's value stand.</param>
/// <param name="ListStep">How much deeper the hyphens of a field's list stand; often none.</param>
internal sealed record BlockText(int Step = 2, int ListStep = 2)
{
    private const int Hyphen = 2;

    /// <summary>False puts texts of several lines into quotes.</summary>
    public bool HasLiterals { get; init; } = true;

    /// <summary>As the file around it does.</summary>
    public static BlockText As(YamlPart root, YamlText text)
    {
        var nested = root.All.Where(part => part is { Form: YamlForm.Block, IsMapping: true })
            .SelectMany(part => part.Entries.Select(entry => (part.Entries[0].Start, Inner: entry.Value)))
            .Where(one => one.Inner.Form == YamlForm.Block)
            .Select(one => (one.Inner.IsMapping,
                Step: text.Column(one.Inner.Entries[0].Start) - text.Column(one.Start)))
            .ToList();
        return new(First(isMapping: true, 1), First(isMapping: false, 0)) { HasLiterals = text.EndsWithNewLine };

        int First(bool isMapping, int least) => nested.Where(one => one.IsMapping == isMapping && one.Step >= least)
            .Select(one => (int?)one.Step).FirstOrDefault() ?? 2;
    }

    /// <summary>What follows <c>key:</c> or <c>-</c>.</summary>
    /// <param name="column">Zero-based, of the key or the hyphen.</param>
    public BlockLines Of(JsonNode? value, int column, bool isItem, YamlForm like = YamlForm.Plain)
    {
        var inner = column + (isItem ? Hyphen : value is JsonArray ? ListStep : Step);
        switch (value)
        {
            case JsonObject { Count: > 0 } json:
                return Collection(json.Select(field => Field(field.Key, field.Value, inner)), inner, isItem);
            case JsonArray { Count: > 0 } array:
                return Collection(array.Select(item => Item(item, inner)), inner, isItem);
            case JsonObject:
                return new("{}", "");
            case JsonArray:
                return new("[]", "");
            case not null when value.GetValueKind() == JsonValueKind.String:
                return LiteralText.Of(value.GetValue<string>(), inner, like, HasLiterals)
                    ?? new(ScalarText.Of(value, like), "");
            default:
                return new(ScalarText.Of(value), "");
        }
    }

    public string Field(string key, JsonNode? value, int column) =>
        $"{ScalarText.Key(key)}:{Of(value, column, isItem: false).AfterColon}";

    public string Item(JsonNode? value, int column) => $"-{Of(value, column, isItem: true).AfterColon}";

    private static BlockLines Collection(IEnumerable<string> entries, int column, bool isItem)
    {
        var lines = string.Join($"\n{new string(' ', column)}", entries);
        var end = lines.IndexOf('\n') is >= 0 and var first ? first : lines.Length;
        return isItem ? new(lines[..end], lines[end..]) : new("", $"\n{new string(' ', column)}{lines}");
    }
}

/// <summary>A value in block style.</summary>
/// <param name="Head">What stands on the line of the key or hyphen.</param>
/// <param name="Tail">The lines below, each with the line's end before it.</param>
internal readonly record struct BlockLines(string Head, string Tail)
{
    public string AfterColon => Head.Length > 0 ? $" {Head}{Tail}" : Tail;
}
