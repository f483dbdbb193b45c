namespace ColorDemo.Launcher.Saving;

/// <summary>Writes a text as lines after <c>|</c>, or after <c>&gt;</c> where that was so before.</summary>
internal static class LiteralText
{
    /// <param name="before">The lines of the text that was there.</param>
    /// <returns>Null when it would not be read as the same text, or one line is enough.</returns>
    public static BlockLines? Of(
        string text, int column, YamlForm like, bool hasLiterals, IReadOnlyList<string>? before = null)
    {
        var wasBlock = like is YamlForm.Literal or YamlForm.Folded;
        var isQuoted = like is YamlForm.SingleQuoted or YamlForm.DoubleQuoted;
        if (!hasLiterals || isQuoted || !(wasBlock || text.Contains('\n')) || !IsLiteral(text))
        {
            return null;
        }

        IReadOnlyList<string> lines = text.TrimEnd('\n').Split('\n');
        var isFolded = like == YamlForm.Folded && lines.Count == 1;
        lines = isFolded ? FoldedText.Lines(lines[0], before ?? []) : lines;
        var sign = isFolded ? '>' : '|';
        var margin = new string(' ', column);
        return new(
            text.EndsWith('\n') ? $"{sign}" : $"{sign}-",
            string.Concat(lines.Select(line => line.Length > 0 ? $"\n{margin}{line}" : "\n")));
    }

    /// <summary>A text that starts with space needs its margin told; one that ends so is easily lost.</summary>
    private static bool IsLiteral(string text) =>
        text.Length > 0
        && !char.IsWhiteSpace(text[0])
        && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && !text.Any(letter => ScalarText.IsSpecial(letter) && letter is not ('\n' or '\t'))
        && text.Split('\n').All(line => line.Length == 0 || !string.IsNullOrWhiteSpace(line));
}
