using System.Globalization;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Where something stands in a JSON document.</summary>
/// <param name="Text">For example <c>/spec/ports/0/name</c>; empty for the whole document.</param>
/// <param name="Tokens">Its parts, unescaped.</param>
/// <remarks>Source: RFC 6901.</remarks>
internal sealed record JsonPointer(string Text, IReadOnlyList<string> Tokens)
{
    public bool IsWhole => Tokens.Count == 0;

    public string Last => Tokens[^1];

    /// <summary>As error messages say it.</summary>
    public string Shown => IsWhole ? "whole object" : GivenValue.Shorten(Text);

    /// <returns>Null for text that is no pointer.</returns>
    public static JsonPointer? Parse(string text)
    {
        if (text.Length == 0)
        {
            return new("", []);
        }

        var isPointer = text[0] == '/' && text.Replace("~0", "", StringComparison.Ordinal)
            .Replace("~1", "", StringComparison.Ordinal).IndexOf('~', StringComparison.Ordinal) < 0;
        return isPointer ? new(text, [.. text[1..].Split('/').Select(Unescape)]) : null;
    }

    /// <summary>Whether the other one leads into what this one leads to.</summary>
    public bool Contains(JsonPointer other) => Tokens.Count < other.Tokens.Count
        && Tokens.SequenceEqual(other.Tokens.Take(Tokens.Count));

    /// <returns>Null for what is no index, such as <c>01</c>, <c>-1</c> or <c>x</c>.</returns>
    public static int? IndexOf(string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && (token.Length == 1 || token[0] != '0') ? index : null;

    private static string Unescape(string token) => token
        .Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
