using System.Buffers.Binary;
using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>Cells as the painter reads them: twelve bytes each, texts by index.</summary>
/// <remarks>
/// <c>cells.js</c> and <c>cell.js</c> know the same layout.
/// 0: 0 empty, else outcome + 1; 1: shape; 2: rings; 3-5: red, green, blue; 6-7: label; 8-9: small label;
/// 10-11: low bits of the sample's number, by which the painter sees that a cell is new. Little-endian.
/// </remarks>
public sealed class CellBytes(ClusterMarks marks)
{
    private const int Size = 12;

    /// <summary>A bound on names that an endpoint may invent; later ones stay unnamed.</summary>
    private const int MaxTexts = 4096;

    private readonly Dictionary<string, ushort> _texts = new() { [""] = 0 };
    private readonly List<string> _new = [""];
    private byte[] _bytes = [];

    public Span<byte> Write(IReadOnlyList<Sample?> cells)
    {
        Array.Resize(ref _bytes, cells.Count * Size);
        for (var i = 0; i < cells.Count; i++)
        {
            Write(_bytes.AsSpan(i * Size, Size), cells[i]);
        }

        return _bytes;
    }

    /// <summary>The texts that indexes mean, as far as they were not taken before.</summary>
    public string[] TakeNewTexts()
    {
        var texts = _new.ToArray();
        _new.Clear();
        return texts;
    }

    private void Write(Span<byte> cell, Sample? sample)
    {
        cell.Clear();
        if (sample is null)
        {
            return;
        }

        var mark = marks.Of(sample.Destination);
        cell[0] = (byte)(sample.Outcome + 1);
        cell[1] = (byte)mark.Index;
        cell[2] = (byte)mark.Rings;
        if (sample.Hex is { } hex)
        {
            Convert.FromHexString(hex.AsSpan(1), cell[3..6], out _, out _);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(cell[6..], Index(Label(sample)));
        BinaryPrimitives.WriteUInt16LittleEndian(cell[8..], Index(SmallLabel(sample)));
        BinaryPrimitives.WriteUInt16LittleEndian(cell[10..], (ushort)sample.Number);
    }

    private static string Label(Sample sample) => sample.Outcome switch
    {
        Outcome.Color => sample.Name ?? "",
        Outcome.Error => sample.Status.ToString(CultureInfo.InvariantCulture),
        Outcome.Timeout => "timeout",
        Outcome.Refused => "refused",
        _ => "garbage",
    };

    private static string SmallLabel(Sample sample) =>
        sample.Destination == Destination.Unknown ? "" : sample.Destination.ToString();

    private ushort Index(string text)
    {
        if (!_texts.TryGetValue(text, out var index) && _texts.Count < MaxTexts)
        {
            _texts.Add(text, index = (ushort)_texts.Count);
            _new.Add(text);
        }

        return index;
    }
}
