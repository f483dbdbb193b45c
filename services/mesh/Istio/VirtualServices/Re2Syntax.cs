using System.Globalization;
using System.Text;

namespace ColorDemo.Mesh.Istio;

/// <summary>Writes an expression of RE2 as one of .NET that matches the same, and refuses what RE2 refuses.</summary>
/// <remarks>Source: https://github.com/google/re2/wiki/Syntax, and Go's regexp, with which Istio checks.</remarks>
internal sealed class Re2Syntax
{
    private const int MostRepeats = 1000;

    private readonly Re2Cursor _cursor;
    private readonly StringBuilder _written = new();
    private readonly HashSet<string> _names = [];

    /// <summary>The flags around each open group, the innermost last.</summary>
    private readonly Stack<Flags> _outer = new();

    private Flags _flags;
    private bool _mayRepeat;
    private bool _isRepeated;

    private Re2Syntax(string pattern) => _cursor = new(pattern);

    [Flags]
    private enum Flags
    {
        None = 0,
        Multiline = 1,
        Ungreedy = 2,
    }

    /// <exception cref="FormatException">It is no RE2; the message says where and why.</exception>
    public static string Translate(string pattern) => new Re2Syntax(pattern).Translate();

    private string Translate()
    {
        while (!_cursor.IsAtEnd)
        {
            Next();
        }

        return _outer.Count == 0
            ? _written.ToString()
            : throw new FormatException("a bracket ( is not closed; add ), or write \\( for the character");
    }

    private void Next()
    {
        switch (_cursor.Take())
        {
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '|':
                Write("|", mayRepeat: false);
                break;
            case '*' or '+' or '?':
                Repeat(_cursor.Last.ToString());
                break;
            case '{' when _cursor.TakeCounts() is { } counts:
                Repeat(Counted(counts));
                break;
            case '[':
                Write(new Re2Class(_cursor).Translate());
                break;
            case '\\':
                Escape();
                break;
            case '$':
                Write(_flags.HasFlag(Flags.Multiline) ? "$" : @"\z");
                break;
            case '^' or '.':
                Write(_cursor.Last.ToString());
                break;
            case var literal:
                Write(Re2Escapes.Literal(literal));
                break;
        }
    }

    private void Write(string text, bool mayRepeat = true)
    {
        _written.Append(text);
        _mayRepeat = mayRepeat;
        _isRepeated = false;
    }

    private void Escape()
    {
        if (!_cursor.TryTake("Q"))
        {
            Write(Re2Escapes.Outside(_cursor));
            return;
        }

        foreach (var literal in _cursor.TakeUntil(@"\E"))
        {
            Write(Re2Escapes.Literal(literal));
        }
    }

    private static string Counted((int Least, int? Most, string Text) counts)
    {
        var (least, most, text) = counts;
        return least <= MostRepeats && (most ?? least) <= MostRepeats && least <= (most ?? least)
            ? text
            : throw new FormatException(
                $"invalid repeat count {text}: the first must not be above the second, and none above {MostRepeats}");
    }

    private void Repeat(string operation)
    {
        if (_isRepeated)
        {
            throw new FormatException($"invalid nested repetition operator {operation} at {_cursor.Position}: "
                + "put brackets around what it repeats, as in (?:a*)*; there are no possessive ones such as a++");
        }

        if (!_mayRepeat)
        {
            throw new FormatException($"missing argument to repetition operator {operation} at {_cursor.Position}: "
                + "there is nothing to repeat; .* matches everything");
        }

        var isLazy = _cursor.TryTake("?") != _flags.HasFlag(Flags.Ungreedy);
        Write(isLazy ? $"{operation}?" : operation);
        _isRepeated = true;
    }

    private void Open()
    {
        _outer.Push(_flags);
        if (!_cursor.TryTake("?"))
        {
            Write("(", mayRepeat: false);
        }
        else if (_cursor.TryTake("P<") || (!_cursor.IsAt("<=") && !_cursor.IsAt("<!") && _cursor.TryTake("<")))
        {
            OpenNamed();
        }
        else
        {
            OpenFlags();
        }
    }

    /// <summary>Written without its name: .NET would count it after all the others, RE2 counts from the left.</summary>
    private void OpenNamed()
    {
        var name = _cursor.TakeUntil(">");
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            throw new FormatException($"invalid named capture '{name}'; write (?P<name>...)");
        }

        if (!_names.Add(name))
        {
            throw new FormatException($"duplicate capture group name '{name}'; keep one");
        }

        Write("(", mayRepeat: false);
    }

    private void OpenFlags()
    {
        var (set, cleared, opens) = _cursor.TakeFlags();
        _flags = (_flags | Of(set)) & ~Of(cleared);
        var on = set.Replace("U", "", StringComparison.Ordinal);
        var off = cleared.Replace("U", "", StringComparison.Ordinal);
        var flags = off.Length > 0 ? $"{on}-{off}" : on;
        if (opens)
        {
            Write($"(?{flags}:", mayRepeat: false);
            return;
        }

        _outer.Pop(); // they hold up to the end of the group around them
        Write(flags.Length > 0 ? $"(?{flags})" : "", mayRepeat: false);

        static Flags Of(string letters) =>
            (letters.Contains('m') ? Flags.Multiline : Flags.None)
            | (letters.Contains('U') ? Flags.Ungreedy : Flags.None);
    }

    private void Close()
    {
        if (!_outer.TryPop(out _flags))
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"unexpected ) at {_cursor.Position}; remove it, or write \\) for the character"));
        }

        Write(")");
    }
}
