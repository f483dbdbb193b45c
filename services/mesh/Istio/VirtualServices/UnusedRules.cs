namespace ColorDemo.Mesh.Istio;

/// <summary>Finds rules and matches that no request can reach, because earlier ones take it.</summary>
internal static class UnusedRules
{
    public static void Warn(Fields spec, IReadOnlyList<HttpRule> rules)
    {
        string? takesAll = null;
        List<(string Rule, HttpMatch Match)> earlier = [];
        foreach (var (index, rule) in rules.Index())
        {
            var name = NameOf(rule.Name, index);
            if (takesAll is not null)
            {
                spec.Warn($"http[{index}]", $"virtualService rule {name} not used ({(rule.Match.Count == 0
                    ? "only the last rule can have no matches"
                    : "route without matches defined before")}): rule {takesAll} takes every request; move it down");
                continue;
            }

            foreach (var (number, match) in rule.Match.Index())
            {
                if (earlier.FirstOrDefault(one => Covers(one.Match, match)) is { Rule: { } first })
                {
                    spec.Warn($"http[{index}].match[{number}]", $"virtualService rule {name} match "
                        + $"{NameOf(match.Name, number)} is not used (duplicate/overlapping match in rule {first}); "
                        + "move it up, or leave it out");
                }
                else
                {
                    earlier.Add((name, match));
                }
            }

            // A delegate's own matches narrow the rule that includes it: something may be left for those behind.
            earlier.RemoveAll(one => rule.Delegate is not null && one.Rule == name);
            takesAll = rule.Delegate is null && (rule.Match.Count == 0 || rule.Match.Any(TakesAll)) ? name : null;
        }
    }

    private static string NameOf(string? name, int index) => string.IsNullOrEmpty(name) ? $"#{index}" : $"\"{name}\"";

    /// <summary>Whether every request that meets <paramref name="later"/> meets the other too.</summary>
    private static bool Covers(HttpMatch match, HttpMatch later) =>
        TakesAll(match)
        || TextOf(match) == TextOf(later)
        || (OnlyUri(match) && match.Uri?.Prefix is { } prefix
            && (later.Uri?.Exact ?? later.Uri?.Prefix) is { } start
            && (match.IgnoreUriCase || !later.IgnoreUriCase)
            && start.StartsWith(
                prefix, match.IgnoreUriCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    private static bool TakesAll(HttpMatch match) =>
        OnlyUri(match) && (match.Uri is null or { Prefix: "" or "/" } || match.Uri.Regex?.Pattern == ".*");

    private static bool OnlyUri(HttpMatch match) => match is
    {
        Scheme: null, Method: null, Authority: null, Port: 0, SourceNamespace: null,
        Headers.Count: 0, WithoutHeaders.Count: 0, QueryParams.Count: 0, SourceLabels.Count: 0, Gateways.Count: 0,
        Unsupported.Count: 0,
    };

    /// <summary>All conditions in one text, which is the same for the same conditions.</summary>
    private static string TextOf(HttpMatch match) => string.Join('\n',
    [
        $"{match.Uri}", $"{match.IgnoreUriCase}", $"{match.Scheme}", $"{match.Method}", $"{match.Authority}",
        $"{match.Port}", $"{match.SourceNamespace}", string.Join(' ', match.Gateways.Order(StringComparer.Ordinal)),
        TextOf(match.Headers), TextOf(match.WithoutHeaders), TextOf(match.QueryParams), TextOf(match.SourceLabels),
    ]);

    private static string TextOf<T>(IReadOnlyDictionary<string, T> conditions) =>
        string.Join('\r', conditions
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Key}={one.Value}"));
}
