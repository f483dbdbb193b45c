using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Where in an RE2 expression one reads.</summary>
internal sealed partial class Re2Cursor(string pattern)
{
    private int _next;

    public bool IsAtEnd => _next == pattern.Length;

    /// <summary>One-based, of the character taken last.</summary>
    public int Position => _next;

    public char Last => pattern[_next - 1];

    public char Take() => IsAtEnd
        ? throw new FormatException("it ends too early: in a class [...], or after a backslash")
        : pattern[_next++];

    public bool IsAt(string text) => string.CompareOrdinal(pattern, _next, text, 0, text.Length) == 0;

    public bool TryTake(string text)
    {
        var isThere = IsAt(text);
        _next += isThere ? text.Length : 0;
        return isThere;
    }

    /// <summary>What stands before a text, or before the end; the text itself is passed over.</summary>
    public string TakeUntil(string end)
    {
        var at = pattern.IndexOf(end, _next, StringComparison.Ordinal);
        var taken = pattern[_next..(at < 0 ? pattern.Length : at)];
        _next = at < 0 ? pattern.Length : at + end.Length;
        return taken;
    }

    /// <summary>The rest of <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c>; null when that is plain text.</summary>
    public (int Least, int? Most, string Text)? TakeCounts()
    {
        if (Take(Counts) is not { } match)
        {
            return null;
        }

        var most = match.Groups["most"];
        return (Number(match.Groups["least"].Value), most.Length > 0 ? Number(most.Value) : null, $"{{{match.Value}");

        static int Number(string digits) => int.TryParse(digits, out var number) ? number : int.MaxValue;
    }

    /// <summary>The rest of <c>(?i)</c> or <c>(?i-s:</c>.</summary>
    public (string Set, string Cleared, bool Opens) TakeFlags()
    {
        if (Take(FlagLetters) is { } match)
        {
            return (match.Groups["set"].Value, match.Groups["cleared"].Value, Last == ':');
        }

        var shown = IsAt("<") || IsAt("P") ? 2 : 1;
        throw new FormatException(
            $"invalid or unsupported Perl syntax (?{pattern.AsSpan(_next, Math.Min(shown, pattern.Length - _next))}: "
            + "look-around, atomic groups, conditions and comments are not RE2");
    }

    /// <summary>The digits of <c>\x7F</c> or <c>\x{10FFFF}</c>, or none.</summary>
    public string TakeDigits(Regex digits) => Take(digits)?.Groups["digits"].Value ?? "";

    /// <summary>The rest of <c>[:alpha:]</c>, for example <c>:alpha:]</c>, or null.</summary>
    public string? TakePosixName() => Take(PosixName)?.Groups["name"].Value;

    private Match? Take(Regex form)
    {
        var match = form.Match(pattern, _next);
        if (!match.Success)
        {
            return null;
        }

        _next += match.Length;
        return match;
    }

    [GeneratedRegex(@"\G(?<least>[0-9]+)(?:,(?<most>[0-9]*))?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Counts { get; }

    [GeneratedRegex(@"\G(?<set>[imsU]*)(-(?<cleared>[imsU]+))?[:)]", RegexOptions.ExplicitCapture)]
    private static partial Regex FlagLetters { get; }

    [GeneratedRegex(@"\G:(?<name>\^?[a-z]+):\]", RegexOptions.ExplicitCapture)]
    private static partial Regex PosixName { get; }
}
