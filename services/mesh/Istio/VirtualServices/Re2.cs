using System.Text;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>A regular expression in RE2's syntax, which is linear in the text.</summary>
/// <param name="Pattern">As written.</param>
/// <param name="Whole">Matches only the whole text.</param>
/// <param name="Part">Matches anywhere in it.</param>
public sealed record Re2(string Pattern, Regex Whole, Regex Part)
{
    private const int MostBytes = 1024;

    // Non-backtracking, as RE2 is: linear in the text.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public override string ToString() => Pattern;

    internal static Re2? Read(Fields fields, string name, string pattern)
    {
        var bytes = Encoding.UTF8.GetByteCount(pattern);
        if (bytes is 0 or > MostBytes)
        {
            fields.Error(name, bytes == 0
                ? "regex string match should not be empty; .* matches everything"
                : $"regex is too large, max length allowed is {MostBytes} (it has {bytes})");
            return null;
        }

        try
        {
            var translated = Re2Syntax.Translate(pattern);
            return new(pattern, new($@"\A(?:{translated})\z", Options), new(translated, Options));
        }
        catch (FormatException wrong)
        {
            fields.Error(name, $"'{pattern}' is no RE2 expression: {wrong.Message}");
            return null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            fields.Error(name, $"'{pattern}' cannot be used here, though it may be RE2: {wrong.Message}");
            return null;
        }
    }
}
