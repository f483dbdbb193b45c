namespace ColorDemo.Mesh.Istio;

/// <summary>Hosts as Istio writes them: a full name, <c>*.suffix</c>, or <c>*</c>.</summary>
internal static class HostPattern
{
    /// <summary>Whether all that <paramref name="narrow"/> names is named by <paramref name="wide"/> too.</summary>
    /// <remarks><c>*.x</c> covers one or more labels to its left, never <c>x</c> itself.</remarks>
    public static bool Covers(string wide, string narrow) =>
        wide == "*"
        || wide.Equals(narrow, StringComparison.OrdinalIgnoreCase)
        || (wide.StartsWith('*')
            && narrow.Length > wide.Length - 1
            && narrow.EndsWith(wide[1..], StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether two hosts compete: they are equal, or one's wildcard covers the other.</summary>
    public static bool Overlap(string one, string other) => Covers(one, other) || Covers(other, one);

    /// <summary>What two patterns have in common: the narrower one, or null when they do not overlap.</summary>
    public static string? Narrower(string one, string other) =>
        Covers(one, other) ? other : Covers(other, one) ? one : null;

    /// <summary>Exact names come before the longest suffix, and that before <c>*</c>.</summary>
    public static int Specificity(string pattern) => pattern.StartsWith('*') ? pattern.Length : int.MaxValue;
}
