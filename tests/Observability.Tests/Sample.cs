using System.Globalization;
using System.Text.Json.Nodes;

namespace ColorDemo.Observability.Tests;

/// <summary>One series of the answer to a query, at one moment.</summary>
internal sealed record Sample(IReadOnlyDictionary<string, string> Labels, double Value)
{
    public string this[string label] => Labels.GetValueOrDefault(label, "");

    public static Sample Read(JsonNode series) => new(
        series["metric"]!.AsObject().ToDictionary(label => label.Key, label => (string)label.Value!),
        double.Parse((string)series["value"]![1]!, CultureInfo.InvariantCulture));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{{{string.Join(", ", Labels.Select(label => $"{label.Key}={label.Value}"))}}} {Value}");
}
