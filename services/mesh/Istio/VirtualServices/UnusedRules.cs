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
                var why = rule.Match.Count == 0
                    ? "only the last rule can have no matches"
                    : "route without matches defined before";
                spec.Warn(
                    $"http[{index}]",
                    $"virtualService rule {name} not used ({why}): rule {takesAll} takes every request; move it down",
                    "IST0130");
                continue;
            }

            foreach (var (number, match) in rule.Match.Index())
            {
                if (earlier.FirstOrDefault(one => MatchCoverage.Covers(one.Match, match)) is { Rule: { } first })
                {
                    spec.Warn($"http[{index}].match[{number}]", $"virtualService rule {name} match "
                        + $"{NameOf(match.Name, number)} is not used (duplicate/overlapping match in rule {first}); "
                        + "move it up, or leave it out", "IST0131");
                }
                else
                {
                    earlier.Add((name, match));
                }
            }

            // A delegate's own matches narrow the rule that includes it: something may be left for those behind.
            earlier.RemoveAll(one => rule.Delegate is not null && one.Rule == name);
            var takesEverything = rule.Match.Count == 0 || rule.Match.Any(MatchCoverage.TakesAll);
            takesAll = rule.Delegate is null && takesEverything ? name : null;
        }
    }

    private static string NameOf(string? name, int index) => string.IsNullOrEmpty(name) ? $"#{index}" : $"\"{name}\"";
}
