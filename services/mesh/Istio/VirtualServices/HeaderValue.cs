using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>A header's value as Envoy formats it: <c>%VARIABLE%</c> stands for a fact, <c>%%</c> for a percent sign.</summary>
internal static partial class HeaderValue
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? Refusal(string value) =>
        value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0 ? "a header value must not have line breaks"
        : Formatted.IsMatch(value) ? null
        : "invalid header configuration: un-escaped or un-terminated %; write %% for a percent sign, "
            + "or %NAME% for one of Envoy's variables";

    // A variable's arguments are a JSON array of texts, or any text up to the bracket; a backslash escapes.
    [GeneratedRegex("""
        \A (?: [^%] | %% | % [^%(]+ (?: \( (?<arguments> [ ]* \[ [ ]* "(?:[^"\\]|\\.)*" (?:[ ]*,[ ]*"(?:[^"\\]|\\.)*")* [ ]* \] [ ]*
            | [ ]* (?! [ \[] ) (?:[^)\\]|\\.)* ) \) [ ]* )? % )* \z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Formatted { get; }
}
