using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>A regular expression in RE2's syntax, which is linear in the text.</summary>
/// <param name="Pattern">As written.</param>
/// <param name="Whole">Matches only the whole text.</param>
/// <param name="Part">Matches anywhere in it.</param>
public sealed record Re2(string Pattern, Regex Whole, Regex Part)
{
    public override string ToString() => Pattern;

    internal static Re2? Read(Fields fields, string name, string pattern)
    {
        try
        {
            // Alone first: what only becomes valid between the brackets below is not what was written.
            var part = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

            // Non-backtracking, as RE2 is: linear in the text, and it refuses look-around and back-references too.
            return new(pattern,
                new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), part);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            fields.Error(name, $"'{pattern}' cannot be used here as an RE2 expression: {wrong.Message}");
            return null;
        }
    }
}
