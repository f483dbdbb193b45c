using System.Buffers.Binary;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Faces;

/// <summary>What is on the canvas: the wall, at a pace that an eye can bear.</summary>
/// <remarks>
/// A cell keeps what it shows for 350 to 500 ms, each cell its own time, so that the wall never turns as a whole.
/// Hence no spot changes more than three times a second, which is one flash and a half (a flash is there and back):
/// WCAG 2.3.1 allows three, of any area. At higher rates cells leave answers out; which ones does not depend on what
/// they are, so the shares that an eye sees stay right.
/// </remarks>
public sealed class ShownCells(ClusterMarks marks)
{
    /// <summary>Four bytes a cell, little-endian: its face, and the low bits of its sample's number.</summary>
    public const int Size = 4;

    public static readonly TimeSpan ShortestHold = TimeSpan.FromMilliseconds(350);
    public static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongAgo = -LongestHold;

    private Sample?[] _shown = [];
    private TimeSpan[] _since = [];
    private TimeSpan[] _holds = [];
    private byte[] _bytes = [];

    public CellFaces Faces { get; private set; } = new(marks, CellHue.Answer);

    public SlowAnswers Slow { get; } = new();

    /// <summary>The cell that stands still because somebody looks at it.</summary>
    public int? Held { get; set; }

    public Span<byte> Bytes => _bytes;

    /// <summary>Absent where nothing is shown.</summary>
    public Sample? this[int cell] => cell >= 0 && cell < _shown.Length ? _shown[cell] : null;

    /// <param name="now">On any clock that only grows.</param>
    /// <returns>Whether a cell waits for its time.</returns>
    public bool Update(ReadOnlySpan<Sample?> cells, CellHue hue, TimeSpan now)
    {
        Slow.Learn(cells, now);
        if (hue != Faces.Hue || Faces.IsFull || cells.Length != _shown.Length)
        {
            Begin(cells.Length, hue);
        }

        var waits = false;
        for (var i = 0; i < cells.Length; i++)
        {
            if (ReferenceEquals(cells[i], _shown[i]) || i == Held)
            {
                continue;
            }

            if (now - _since[i] < _holds[i])
            {
                waits = true;
                continue;
            }

            (_shown[i], _since[i]) = (cells[i], now);
            Write(i);
        }

        return waits;
    }

    /// <summary>The faces on the canvas, each with the number of its cells.</summary>
    public IReadOnlyList<(FaceKey Key, CellFace Face, int Count)> Count()
    {
        var counts = new int[Faces.Count];
        for (var at = 0; at < _bytes.Length; at += Size)
        {
            counts[_bytes[at] | _bytes[at + 1] << 8]++;
        }

        return [.. Enumerable.Range(1, counts.Length - 1).Where(number => counts[number] > 0)
            .Select(number => (Faces[number].Key, Faces[number].Face, counts[number]))];
    }

    private void Begin(int count, CellHue hue)
    {
        Faces = new(marks, hue);
        if (count != _shown.Length)
        {
            (_shown, _since, _holds) = (new Sample?[count], new TimeSpan[count], new TimeSpan[count]);
            _bytes = new byte[count * Size];
            Array.Fill(_since, LongAgo);
            var random = new Random(count);
            for (var i = 0; i < count; i++)
            {
                _holds[i] = ShortestHold + random.NextDouble() * (LongestHold - ShortestHold);
            }
        }

        for (var i = 0; i < count; i++)
        {
            Write(i);
        }
    }

    private void Write(int cell)
    {
        var bytes = _bytes.AsSpan(cell * Size, Size);
        var sample = _shown[cell];
        var face = sample is null ? (ushort)0 : Faces.NumberOf(sample, Slow.Contains(sample));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, face);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], (ushort)(sample?.Number ?? 0));
    }
}
