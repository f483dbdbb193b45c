using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Saving;

/// <summary>Writes a value in brackets, on one line.</summary>
/// <param name="isJson">Every name and text in quotes.</param>
internal sealed class FlowText(bool isJson)
{
    public string Of(JsonNode? value, YamlForm like = YamlForm.Plain) => value switch
    {
        JsonObject json => $"{{{string.Join(", ", json.Select(field => Field(field.Key, field.Value)))}}}",
        JsonArray array => $"[{string.Join(", ", array.Select(item => Of(item)))}]",
        _ => ScalarText.Of(value, isJson ? YamlForm.DoubleQuoted : like, inFlow: true),
    };

    public string Field(string key, JsonNode? value) =>
        $"{(isJson ? ScalarText.DoubleQuoted(key) : ScalarText.Key(key, inFlow: true))}: {Of(value)}";
}
