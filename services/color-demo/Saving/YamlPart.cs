namespace ColorDemo.Launcher.Saving;

/// <summary>How a value is written.</summary>
internal enum YamlForm
{
    /// <summary>Nothing after the colon or the hyphen.</summary>
    Empty,
    Plain,
    SingleQuoted,
    DoubleQuoted,

    /// <summary>Lines after <c>|</c>.</summary>
    Literal,

    /// <summary>Lines after <c>&gt;</c>.</summary>
    Folded,

    /// <summary>A mapping or list, one line an entry or more.</summary>
    Block,

    /// <summary>A mapping or list in brackets.</summary>
    Flow,

    /// <summary><c>*name</c>.</summary>
    Alias,
}

/// <summary>A value as it stands in a file's text. Offsets count characters, ends are not included.</summary>
/// <param name="Start">With its anchor and tag.</param>
/// <param name="End">Of a block: of its last entry, hence without comments below it.</param>
/// <param name="Line">One-based.</param>
internal sealed record YamlPart(YamlForm Form, int Start, int End, int Line)
{
    /// <summary>Where it starts after its anchor and tag.</summary>
    public int Content { get; init; } = Start;

    /// <summary>One-based, of <see cref="Start"/>.</summary>
    public int Column { get; init; }

    /// <summary>The name after <c>&amp;</c>, or that of an alias; empty for most.</summary>
    public string Anchor { get; init; } = "";

    public bool IsTagged { get; init; }

    public bool IsMapping { get; init; }

    /// <summary>A mapping without its brackets, in those of a list; it is not edited.</summary>
    public bool IsPair { get; init; }

    public IReadOnlyList<YamlEntry> Entries { get; init; } = [];

    /// <summary>This one and everything in it, without what aliases stand for.</summary>
    public IEnumerable<YamlPart> All => Entries.SelectMany(entry => entry.Value.All).Prepend(this);
}

/// <summary>A field of a mapping, or an item of a list.</summary>
/// <param name="Key">Null for an item.</param>
/// <param name="Start">Of its key or, in a block list, its hyphen.</param>
/// <param name="Gap">Just after its colon or hyphen.</param>
internal sealed record YamlEntry(string? Key, int Start, int Gap, YamlPart Value)
{
    /// <summary>Written <c>? key</c>, which is not edited.</summary>
    public bool IsExplicit { get; init; }

    public bool IsMerge { get; init; }

    public bool IsQuoted { get; init; }

    public int End => Math.Max(Gap, Value.End);
}
