using System.Buffers.Binary;
using System.Text.Json;

namespace ColorDemo.Grid.Wire;

/// <summary>Reads the frames of one connection, in their order, as <see cref="FrameFormat"/> says.</summary>
public sealed class FrameReader
{
    private readonly List<Destination> _destinations = [];
    private readonly List<ColorName> _colors = [];

    /// <exception cref="FormatException">It is no frame, or one before it is missing.</exception>
    public Frame Read(ReadOnlySpan<byte> message)
    {
        try
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(message);
            var head = JsonSerializer.Deserialize(message.Slice(sizeof(uint), length), WireJson.Default.FrameHead)
                ?? throw new JsonException("There is no head.");
            Add(_destinations, head.Destinations);
            Add(_colors, head.Colors);
            var rest = message[(sizeof(uint) + length)..];
            return new(head.Now, Samples(ref rest, head.Samples), Buckets(ref rest, head.Buckets),
                head.Epochs ?? [], head.Incidents, head.Warning, Sound(head.Circumstances));
        }
        catch (Exception problem) when (problem is ArgumentException or JsonException)
        {
            throw new FormatException("The host has sent something that is no frame.", problem);
        }
    }

    private static Circumstances? Sound(Circumstances? told) => told is null || told.IsSound
        ? told
        : throw new JsonException("The circumstances have gaps, or more facts than there may be.");

    /// <summary>Some may be known: frames that were skipped and made one told them too.</summary>
    private static void Add<T>(List<T> table, NewEntries<T>? entries)
    {
        if (entries is not null)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.From, table.Count);
            table.AddRange(entries.Entries.Skip(table.Count - entries.From));
        }
    }

    private List<Sample> Samples(ref ReadOnlySpan<byte> rest, int count)
    {
        List<Sample> samples = [];
        for (; count > 0; count--)
        {
            var bytes = Take(ref rest, FrameFormat.SampleSize);
            var place = BinaryPrimitives.ReadUInt16LittleEndian(bytes[18..]);
            var color = place == FrameFormat.NoColor ? null : _colors[place];
            samples.Add(new(
                BinaryPrimitives.ReadInt64LittleEndian(bytes),
                (Outcome)BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[14..]),
                _destinations[BinaryPrimitives.ReadUInt16LittleEndian(bytes[16..])],
                BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]),
                color?.Name,
                color?.Hex));
        }

        return samples;
    }

    private List<Bucket> Buckets(ref ReadOnlySpan<byte> rest, int count)
    {
        List<Bucket> buckets = [];
        for (; count > 0; count--)
        {
            var bytes = Take(ref rest, FrameFormat.BucketSize);
            var tallies = new Tally[BinaryPrimitives.ReadUInt16LittleEndian(bytes[16..])];
            var latencies = new LatencyCount[BinaryPrimitives.ReadUInt16LittleEndian(bytes[18..])];
            foreach (ref var tally in tallies.AsSpan())
            {
                tally = ReadTally(Take(ref rest, FrameFormat.TallySize));
            }

            foreach (ref var latency in latencies.AsSpan())
            {
                var pair = Take(ref rest, FrameFormat.LatencySize);
                latency = new(
                    BinaryPrimitives.ReadUInt16LittleEndian(pair), BinaryPrimitives.ReadInt32LittleEndian(pair[2..]));
            }

            buckets.Add(new(
                BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
                tallies, latencies));
        }

        return buckets;
    }

    private Tally ReadTally(ReadOnlySpan<byte> bytes) => new(
        (Outcome)BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
        _destinations[BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..])],
        BinaryPrimitives.ReadInt32LittleEndian(bytes[6..]));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
