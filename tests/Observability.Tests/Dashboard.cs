using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ColorDemo.Observability.Tests;

/// <summary>The shipped dashboard, as far as it asks Prometheus.</summary>
internal static partial class Dashboard
{
    private static readonly JsonNode Json = JsonNode.Parse(Shipped.ReadText("grafana", "dashboard.json"))!;

    public static IReadOnlyList<JsonNode> Panels => [.. Json["panels"]!.AsArray().Select(panel => panel!)];

    public static IReadOnlyList<JsonNode> Variables => [.. Json["templating"]!["list"]!.AsArray().Select(one => one!)];

    public static IEnumerable<(JsonNode Panel, JsonNode Target)> Targets =>
        Panels.SelectMany(panel => panel["targets"]?.AsArray() ?? [], (panel, target) => (panel, target!));

    /// <summary>Puts values in the place of Grafana's variables, as Grafana does.</summary>
    /// <param name="selected">A regular expression by variable, for example <c>.*</c> or <c>(v1|v2)</c>.</param>
    public static string Substitute(string expression, IReadOnlyDictionary<string, string> selected) =>
        Variable.Replace(expression, match => match.Value switch
        {
            "$__rate_interval" => "1m",
            var name => selected[name[1..]],
        });

    /// <returns>The labels in a legend such as <c>{{cluster}} p99</c>.</returns>
    public static IEnumerable<string> LabelsOf(string legend) =>
        Placeholder.Matches(legend).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Variable { get; }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder { get; }
}
