using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ColorDemo.Launcher.Saving;

/// <summary>Finds where every value of a text stands.</summary>
/// <remarks>For a text that was read before: so its nesting is bounded and its keys are plain text.</remarks>
internal sealed class YamlParts
{
    private readonly YamlText _text;
    private readonly Parser _parser;

    private YamlParts(YamlText text)
    {
        _text = text;
        _parser = new(new StringReader(text.Text));
    }

    /// <returns>One for each document, an empty one too.</returns>
    public static IReadOnlyList<YamlPart> Roots(YamlText text)
    {
        var parts = new YamlParts(text);
        List<YamlPart> roots = [];
        parts._parser.Consume<StreamStart>();
        while (parts._parser.TryConsume<DocumentStart>(out var start))
        {
            roots.Add(parts.Part((int)start.End.Index));
            parts._parser.Consume<DocumentEnd>();
        }

        return roots;
    }

    /// <param name="gap">Where the value is when there is nothing.</param>
    private YamlPart Part(int gap)
    {
        var start = _parser.Current!;
        var node = start as NodeEvent;
        var part = new YamlPart(YamlForm.Plain, (int)start.Start.Index, (int)start.End.Index, (int)start.Start.Line)
        {
            Column = (int)start.Start.Column,
            Anchor = node is { Anchor.IsEmpty: false } ? node.Anchor.Value : "",
            IsTagged = node is { Tag.IsEmpty: false },
            IsMapping = start is MappingStart,
        };
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return part with { Form = YamlForm.Alias, Anchor = alias.Value.Value };
        }

        if (part.IsTagged || part.Anchor.Length > 0)
        {
            part = part with { Content = _text.SkipProperties(part.Start) };
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return OfScalar(part, scalar, gap);
        }

        return start switch
        {
            MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow } => Flow(part),
            _ => Block(part),
        };
    }

    private YamlPart OfScalar(YamlPart part, Scalar scalar, int gap) => scalar.Style switch
    {
        ScalarStyle.SingleQuoted => part with { Form = YamlForm.SingleQuoted },
        ScalarStyle.DoubleQuoted => part with { Form = YamlForm.DoubleQuoted },
        ScalarStyle.Literal => part with { Form = YamlForm.Literal, End = LinesEnd(part) },
        ScalarStyle.Folded => part with { Form = YamlForm.Folded, End = LinesEnd(part) },
        _ when part.Start == part.End => part with { Form = YamlForm.Empty, Start = gap, Content = gap, End = gap },
        _ => part,
    };

    private int LinesEnd(YamlPart part) => _text.BlockScalarEnd(part.Content, part.End);

    private YamlPart Block(YamlPart part)
    {
        List<YamlEntry> entries = [];
        _parser.MoveNext();
        for (var end = part.Content; !IsAtEnd(); end = entries[^1].End)
        {
            var start = _text.Skip(end);
            entries.Add(part.IsMapping ? Field(start) : new(null, start, start + 1, Part(start + 1)));
        }

        return part with { Form = YamlForm.Block, Entries = entries, End = entries[^1].End };
    }

    private YamlPart Flow(YamlPart part)
    {
        List<YamlEntry> entries = [];
        _parser.MoveNext();
        var isPair = part.IsMapping && _text.At(part.Content) != '{'; // a list's item may be [key: value]
        if (isPair)
        {
            var key = _parser.Current!.Start; // the mapping's own place is not told then
            part = part with { Start = (int)key.Index, Content = (int)key.Index, Line = (int)key.Line };
        }

        var end = isPair ? part.Content : part.Content + 1;
        for (; !IsAtEnd(); end = entries[^1].End)
        {
            var start = _text.Skip(end, overCommas: true);
            entries.Add(part.IsMapping ? Field(start) : new(null, start, start, Part(start)));
        }

        return part with
        {
            Form = YamlForm.Flow,
            IsPair = isPair,
            Entries = entries,
            End = isPair ? end : _text.Skip(end, overCommas: true) + 1,
        };
    }

    private YamlEntry Field(int start)
    {
        var key = _parser.Consume<Scalar>();
        var colon = _text.Skip((int)key.End.Index);
        var gap = _text.At(colon) == ':' ? colon + 1 : (int)key.End.Index;
        return new(key.Value, start, gap, Part(gap))
        {
            IsExplicit = start != (int)key.Start.Index || _text.At(colon) != ':',
            IsMerge = key is { Value: "<<", Style: ScalarStyle.Plain },
            IsQuoted = key.Style == ScalarStyle.DoubleQuoted,
        };
    }

    private bool IsAtEnd() => _parser.TryConsume<MappingEnd>(out _) || _parser.TryConsume<SequenceEnd>(out _);
}
