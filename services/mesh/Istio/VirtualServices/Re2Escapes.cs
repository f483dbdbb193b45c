using System.Globalization;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>What may stand after a backslash in RE2, written for .NET.</summary>
internal static partial class Re2Escapes
{
    /// <summary>Ranges, as they stand inside [...]. RE2's are ASCII, where .NET's own are Unicode.</summary>
    private static readonly Dictionary<char, string> Classes = new()
    {
        ['d'] = "0-9",
        ['D'] = @"\u0000-/:-\uFFFF",
        ['w'] = "0-9A-Za-z_",
        ['W'] = @"\u0000-/:-@\[-\^`\{-\uFFFF",
        ['s'] = @"\t\n\f\r ",
        ['S'] = @"\u0000-\u0008\u000B\u000E-\u001F!-\uFFFF",
    };

    private static readonly string[] Categories =
    [
        "C", "Cc", "Cf", "Co", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No",
        "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
    ];

    public static string Literal(char literal) =>
        literal >= 128 || char.IsAsciiLetterOrDigit(literal) ? literal.ToString() : Code(literal);

    /// <summary>After a backslash outside of a class.</summary>
    public static string Outside(Re2Cursor cursor)
    {
        var letter = cursor.Take();
        return letter is 'A' or 'z' or 'b' or 'B'
            ? $@"\{letter}"
            : Ranges(cursor, letter) is { } ranges ? $"[{ranges}]"
            : string.Concat(Character(cursor, letter).Select(Code));
    }

    /// <summary>The ranges of a class such as <c>\d</c> or <c>\pL</c>; null when the letter starts none.</summary>
    public static string? Ranges(Re2Cursor cursor, char letter)
    {
        if (letter is not ('p' or 'P'))
        {
            return Classes.GetValueOrDefault(letter);
        }

        var name = cursor.TryTake("{") ? cursor.TakeUntil("}") : cursor.Take().ToString();
        var isNegated = (letter == 'P') != name.StartsWith('^');
        var category = name.TrimStart('^');
        return Categories.Contains(category)
            ? $@"\{(isNegated ? 'P' : 'p')}{{{category}}}"
            : throw new NotSupportedException($@"\p{{{category}}}: known are {string.Join(", ", Categories)}");
    }

    /// <summary>The character that an escape stands for: two code units beyond U+FFFF.</summary>
    public static string Character(Re2Cursor cursor, char letter) => letter switch
    {
        'a' => "\a",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'v' => "\v",
        'x' => Coded(cursor.TakeDigits(HexDigits), 16, letter),
        '0' => Coded($"0{cursor.TakeDigits(OctalDigits)}", 8, letter),
        >= '1' and <= '7' => cursor.TakeDigits(OctalDigits) is { Length: > 0 } more
            ? Coded($"{letter}{more}", 8, letter)
            : throw Refused(letter, "back-references are not RE2"),
        < (char)128 when !char.IsAsciiLetterOrDigit(letter) => letter.ToString(),
        _ => throw Refused(letter, "RE2 has no such escape"),
    };

    /// <summary>A character as both sides of a class's bracket take it.</summary>
    public static string Code(char literal) => string.Create(CultureInfo.InvariantCulture, $@"\u{(int)literal:X4}");

    private static string Coded(string digits, int numberBase, char letter)
    {
        var code = digits.Length is > 0 and < 8 ? Convert.ToInt32(digits, numberBase) : -1;
        return code is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF)
            ? char.ConvertFromUtf32(code)
            : throw Refused(letter, "it needs the number of a character, as in \\x7F or \\x{10FFFF}");
    }

    private static FormatException Refused(char letter, string why) =>
        new($@"invalid escape sequence \{letter}: {why}");

    [GeneratedRegex(@"\G(?:(?<digits>[0-9A-Fa-f]{2})|\{(?<digits>[0-9A-Fa-f]+)\})", RegexOptions.ExplicitCapture)]
    private static partial Regex HexDigits { get; }

    [GeneratedRegex(@"\G(?<digits>[0-7]{1,2})", RegexOptions.ExplicitCapture)]
    private static partial Regex OctalDigits { get; }
}
