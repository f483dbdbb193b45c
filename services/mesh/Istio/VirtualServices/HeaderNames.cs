using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>The names that headers may have in a VirtualService.</summary>
internal static partial class HeaderNames
{
    private static readonly string[] PseudoHeaders = [":method", ":scheme", ":authority", ":path", ":status"];

    public static bool IsToken(string name) => Token.IsMatch(name);

    /// <summary>What a condition may ask for, besides JWT claims.</summary>
    public static bool IsForMatching(string name) => IsToken(name) || PseudoHeaders.Contains(name);

    public static bool IsAuthority(string name) =>
        name.Equals("host", StringComparison.OrdinalIgnoreCase)
        || name.Equals(":authority", StringComparison.OrdinalIgnoreCase);

    /// <summary>A claim of a JSON web token instead of a header: <c>@request.auth.claims.group</c>.</summary>
    public static bool IsClaim(string name) => Claim.IsMatch(name);

    /// <summary>What is told of a wrong name.</summary>
    public static string Refusal(string name) => name.Length == 0
        ? "header name cannot be empty"
        : $"header name '{name}' is not a valid header name; use letters, digits and hyphens";

    [GeneratedRegex(@"\A[!#$%&'*+\-.^_`|~A-Za-z0-9]+\z")]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"\A@request\.auth\.claims[.\[]", RegexOptions.IgnoreCase)]
    private static partial Regex Claim { get; }
}
