using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <param name="Cell">From an object and the time that it is; null prints as nothing.</param>
internal sealed record TableColumn(string Name, string Description, Func<JsonObject, DateTimeOffset, JsonNode?> Cell)
{
    public TableColumn(string name, string description, Func<JsonObject, JsonNode?> cell)
        : this(name, description, (json, _) => cell(json))
    {
    }

    /// <summary>What kubectl prints where there is nothing to say.</summary>
    public const string None = "<none>";

    /// <summary>An OpenAPI type, or date.</summary>
    public string Type { get; init; } = "string";

    /// <summary>An OpenAPI format; <c>name</c> marks the column that names the object.</summary>
    public string Format { get; init; } = "";

    /// <summary>Zero is always shown, all above with <c>-o wide</c> only.</summary>
    public int Priority { get; init; }

    public static TableColumn NameColumn { get; } =
        new("Name", "The object's name, unique within its namespace.", json => json.TextAt("metadata.name"))
        {
            Format = "name",
        };

    public static TableColumn Age { get; } = new("Age", "How long ago the object was created.",
        (json, now) => HumanAge.Since(json.TimeAt("metadata.creationTimestamp"), now));

    public TableColumn Wide() => this with { Priority = 1 };

    public JsonObject Definition() => new()
    {
        ["name"] = Name,
        ["type"] = Type,
        ["format"] = Format,
        ["description"] = Description,
        ["priority"] = Priority,
    };

    /// <summary>Texts with commas between, or <see cref="None"/>.</summary>
    public static string Joined(IEnumerable<string> texts) =>
        string.Join(",", texts) is { Length: > 0 } joined ? joined : None;

    /// <summary>The first three, and how many more there are.</summary>
    /// <param name="none">Stands for no text at all.</param>
    public static string FirstThree(IReadOnlyCollection<string> texts, string none) =>
        texts.Count == 0 ? none
        : string.Join(",", texts.Take(3)) + (texts.Count > 3 ? $" + {texts.Count - 3} more..." : "");

    /// <summary>Labels, or a selector made of labels alone: <c>app=color-svc,version=v1</c>.</summary>
    public static string Labels(JsonNode? labels) => Joined((labels as JsonObject ?? [])
        .Select(label => (label.Key, Value: label.Value is JsonValue value ? value.ToString() : ""))
        .OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));
}
