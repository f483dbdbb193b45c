using System.Text;

namespace ColorDemo.Mesh.Istio;

/// <summary>A class of characters in RE2, such as <c>[^a-z\d]</c>, written for .NET.</summary>
/// <remarks>An inner <c>[</c> is a plain character to RE2: there is no subtraction as in <c>[a-z-[b]]</c>.</remarks>
internal sealed class Re2Class(Re2Cursor cursor)
{
    private static readonly Dictionary<string, string> Posix = new()
    {
        ["alnum"] = "0-9A-Za-z",
        ["alpha"] = "A-Za-z",
        ["ascii"] = @"\u0000-\u007F",
        ["blank"] = @"\t ",
        ["cntrl"] = @"\u0000-\u001F\u007F",
        ["digit"] = "0-9",
        ["graph"] = "!-~",
        ["lower"] = "a-z",
        ["print"] = " -~",
        ["punct"] = @"!-/:-@\[-`\{-~",
        ["space"] = @"\t\n\v\f\r ",
        ["upper"] = "A-Z",
        ["word"] = "0-9A-Za-z_",
        ["xdigit"] = "0-9A-Fa-f",

        ["^alnum"] = @"\u0000-/:-@\[-`\{-\uFFFF",
        ["^alpha"] = @"\u0000-@\[-`\{-\uFFFF",
        ["^ascii"] = @"\u0080-\uFFFF",
        ["^blank"] = @"\u0000-\u0008\u000A-\u001F!-\uFFFF",
        ["^cntrl"] = @" -~\u0080-\uFFFF",
        ["^digit"] = @"\u0000-/:-\uFFFF",
        ["^graph"] = @"\u0000- \u007F-\uFFFF",
        ["^lower"] = @"\u0000-`\{-\uFFFF",
        ["^print"] = @"\u0000-\u001F\u007F-\uFFFF",
        ["^punct"] = @"\u0000- 0-9A-Za-z\u007F-\uFFFF",
        ["^space"] = @"\u0000-\u0008\u000E-\u001F!-\uFFFF",
        ["^upper"] = @"\u0000-@\[-\uFFFF",
        ["^word"] = @"\u0000-/:-@\[-\^`\{-\uFFFF",
        ["^xdigit"] = @"\u0000-/:-@G-`g-\uFFFF",
    };

    private readonly StringBuilder _written = new("[");

    /// <summary>Reads on from behind the opening bracket.</summary>
    /// <exception cref="FormatException">It is no class of RE2's.</exception>
    public string Translate()
    {
        _written.Append(cursor.TryTake("^") ? "^" : "");
        do // a bracket in the first place is a plain character
        {
            Member();
        }
        while (!cursor.TryTake("]"));

        return _written.Append(']').ToString();
    }

    private void Member()
    {
        var first = cursor.Take();
        if (first == '[' && cursor.TakePosixName() is { } name)
        {
            _written.Append(Posix.GetValueOrDefault(name) ?? throw new FormatException(
                $"invalid character class [:{name}:]; known are "
                + string.Join(", ", Posix.Keys.Take(Posix.Count / 2))));
        }
        else if (first != '\\')
        {
            Range(Character(first, isEscaped: false));
        }
        else if (Re2Escapes.Ranges(cursor, cursor.Take()) is { } ranges)
        {
            _written.Append(ranges);
        }
        else
        {
            Range(Character(cursor.Last, isEscaped: true));
        }
    }

    private void Range(char least)
    {
        _written.Append(Re2Escapes.Code(least));
        if (!cursor.IsAt("-") || cursor.IsAt("-]"))
        {
            return;
        }

        cursor.TryTake("-");
        var most = cursor.Take();
        most = most == '\\' ? Character(cursor.Take(), isEscaped: true) : Character(most, isEscaped: false);
        if (most < least)
        {
            throw new FormatException($"invalid character class range {least}-{most}; write the lower one first");
        }

        _written.Append('-').Append(Re2Escapes.Code(most));
    }

    private char Character(char letter, bool isEscaped)
    {
        var character = isEscaped ? Re2Escapes.Character(cursor, letter) : letter.ToString();
        return character.Length == 1 && !char.IsSurrogate(character[0])
            ? character[0]
            : throw new FormatException("characters beyond U+FFFF cannot be used in a class here");
    }
}
