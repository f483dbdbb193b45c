using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>A header's value as Envoy formats it.</summary>
/// <remarks><c>%VARIABLE%</c> stands for a fact of the request, <c>%%</c> for a percent sign.</remarks>
internal static partial class HeaderValue
{
    private const string Quoted = """
        "([^"\\]|\\.)*"
        """;

    // Envoy takes a JSON array of texts, or any text; a backslash escapes.
    private const string Array = $@"[ ]*\[[ ]*{Quoted}([ ]*,[ ]*{Quoted})*[ ]*\][ ]*";
    private const string Free = @"[ ]*(?![ \[])([^)\\]|\\.)*";

    /// <summary>What is wrong with it, or null.</summary>
    public static string? Refusal(string value) =>
        value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0 ? "a header value must not have line breaks"
        : Formatted.IsMatch(value) ? null
        : "invalid header configuration: un-escaped or un-terminated %; write %% for a percent sign, "
            + "or %NAME% for one of Envoy's variables";

    [GeneratedRegex(
        $@"\A([^%]|%%|%[^%(]+(\(({Array}|{Free})\)[ ]*)?%)*\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Formatted { get; }
}
