using System.Text.Json.Nodes;
using Spectre.Console;

namespace ColorDemo.Launcher.Diff;

/// <summary>What differs between two objects, as <c>diff -u</c> tells it of their YAML.</summary>
internal static class ObjectDiff
{
    private const int Context = 3;

    /// <param name="oldHeader">For example <c>manifests/mesh/virtual-service.yaml:1</c>.</param>
    /// <param name="old">Null when there is no such object.</param>
    /// <param name="newHeader">For example <c>armadillo VirtualService color/color (kubectl-edit)</c>.</param>
    /// <returns>Null when both say the same.</returns>
    public static IReadOnlyList<string>? Of(string oldHeader, JsonObject? old, string newHeader, JsonObject? changed)
    {
        if (JsonNode.DeepEquals(old, changed))
        {
            return null;
        }

        var lines = LineDiff.Of(ObjectText.Lines(old), ObjectText.Lines(changed));
        return lines.All(line => line.Sign == ' ')
            ? null
            : [$"--- {oldHeader}", $"+++ {newHeader}", .. Hunks(lines).SelectMany(hunk => Told(lines, hunk))];
    }

    /// <summary>Colored where the console is a terminal.</summary>
    public static void WriteTo(IAnsiConsole console, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            var style = line switch
            {
                ['-', '-', '-', ' ', ..] or ['+', '+', '+', ' ', ..] => "bold",
                ['-', ..] => "red",
                ['+', ..] => "green",
                ['@', ..] => "blue",
                _ => "default",
            };
            console.MarkupLine($"[{style}]{Markup.Escape(SafeText.Of(line))}[/]");
        }
    }

    /// <summary>Changes with the lines around them; those that touch are one.</summary>
    private static List<(int From, int To)> Hunks(IReadOnlyList<DiffLine> lines)
    {
        List<(int From, int To)> hunks = [];
        for (var place = 0; place < lines.Count; place++)
        {
            if (lines[place].Sign == ' ')
            {
                continue;
            }

            var (from, to) = (Math.Max(0, place - Context), Math.Min(lines.Count, place + 1 + Context));
            if (hunks is [.., var last] && from <= last.To)
            {
                hunks[^1] = (last.From, to);
            }
            else
            {
                hunks.Add((from, to));
            }
        }

        return hunks;
    }

    private static IEnumerable<string> Told(IReadOnlyList<DiffLine> lines, (int From, int To) hunk)
    {
        var shown = lines.Skip(hunk.From).Take(hunk.To - hunk.From).ToList();
        yield return $"@@ -{Range('+')} +{Range('-')} @@";
        foreach (var line in shown)
        {
            yield return line.ToString();
        }

        string Range(char without)
        {
            var count = shown.Count(line => line.Sign != without);
            var before = lines.Take(hunk.From).Count(line => line.Sign != without);
            return $"{(count > 0 ? before + 1 : before)},{count}";
        }
    }
}
