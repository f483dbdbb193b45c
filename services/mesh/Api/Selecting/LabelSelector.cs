using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Which objects are meant, by their labels: <c>app=color-svc,version in (v1,v2),!canary</c>.</summary>
internal sealed class LabelSelector
{
    private readonly IReadOnlyList<LabelRequirement> _requirements;

    private LabelSelector(IReadOnlyList<LabelRequirement> requirements) => _requirements = requirements;

    /// <param name="text">Empty selects everything.</param>
    /// <exception cref="FormatException">It is no label selector; the message says why, for a 400.</exception>
    public static LabelSelector Parse(string text) => new(LabelSelectorReader.Read(text));

    public bool Matches(JsonObject json)
    {
        var labels = json.At("metadata.labels") as JsonObject;
        return _requirements.All(one => one.Matches(ValueOf(labels, one.Key)));
    }

    /// <returns>Null for a label that is absent; a label can be there and empty.</returns>
    private static string? ValueOf(JsonObject? labels, string key) =>
        labels?[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
