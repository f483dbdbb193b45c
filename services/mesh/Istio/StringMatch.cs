using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>A condition on a text: exactly one of the three is set. Istio <c>StringMatch</c>.</summary>
/// <param name="Prefix">Compared as plain text: <c>/foo</c> matches <c>/foobar</c> too.</param>
/// <param name="Regex">Must match the whole text.</param>
public sealed record StringMatch(string? Exact, string? Prefix, Regex? Regex)
{
    private const int LongestPattern = 1024;

    private static readonly string[] Conditions = ["exact", "prefix", "regex"];

    public override string ToString() =>
        Exact is not null ? $"exact {Exact}" : Prefix is not null ? $"prefix {Prefix}" : $"regex {Regex}";

    internal static StringMatch? Read(Fields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var given = Conditions.Where(fields.Has).ToArray();
        if (given.Length != 1)
        {
            fields.Error("", "set exactly one of exact, prefix, regex");
        }

        var match = new StringMatch(fields.Text("exact"), fields.Text("prefix"), Pattern(fields));
        fields.End();
        return given.Length == 1 ? match : null;
    }

    private static Regex? Pattern(Fields fields)
    {
        if (fields.Text("regex") is not { } pattern)
        {
            return null;
        }

        if (pattern.Length is 0 or > LongestPattern)
        {
            fields.Error("regex", $"must have 1 to {LongestPattern} characters");
            return null;
        }

        try
        {
            // Alone first: what only becomes valid between the brackets below is not what was written.
            _ = new Regex(pattern, RegexOptions.NonBacktracking);

            // Non-backtracking, as RE2 is: linear in the text, and it refuses look-around and back-references too.
            return new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            fields.Error("regex", $"'{pattern}' cannot be used here as an RE2 expression: {wrong.Message}");
            return null;
        }
    }
}
