namespace ColorDemo.Launcher.Saving;

/// <summary>Breaks a text into lines that YAML's <c>&gt;</c> joins with spaces, where it was broken before.</summary>
internal static class FoldedText
{
    private const int Width = 80;

    /// <param name="before">Lines of an older text: those at its start and end that are the same stay.</param>
    public static IReadOnlyList<string> Lines(string text, IReadOnlyList<string> before)
    {
        var (first, last) = (0, before.Count);
        for (; first < last && text.StartsWith($"{before[first]} ", StringComparison.Ordinal); first++)
        {
            if (text.Length == before[first].Length + 1 || text[before[first].Length + 1] == ' ')
            {
                break; // a line's end stands for one space
            }

            text = text[(before[first].Length + 1)..];
        }

        for (; last > first && text.EndsWith($" {before[last - 1]}", StringComparison.Ordinal); last--)
        {
            if (text[..^(before[last - 1].Length + 1)] is not { Length: > 0 } rest || rest[^1] == ' ')
            {
                break;
            }

            text = rest;
        }

        var widest = before.Count > 0 ? Math.Max(Width, before.Max(line => line.Length)) : Width;
        return [.. before.Take(first), .. Broken(text, widest), .. before.Skip(last)];
    }

    private static IEnumerable<string> Broken(string text, int width)
    {
        while (text.Length > width && BreakOf(text, width) is > 0 and var space)
        {
            yield return text[..space];
            text = text[(space + 1)..];
        }

        yield return text;
    }

    /// <returns>The last single space that leaves a line within the width; -1 when there is none.</returns>
    private static int BreakOf(string text, int width)
    {
        for (var place = Math.Min(width, text.Length - 2); place > 0; place--)
        {
            if (text[place] == ' ' && text[place - 1] != ' ' && text[place + 1] is not (' ' or '\t'))
            {
                return place;
            }
        }

        return -1;
    }
}
