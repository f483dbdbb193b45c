using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace ColorDemo.Grid.Wire;

/// <summary>Writes frames as <see cref="FrameFormat"/> says.</summary>
public static class FrameWriter
{
    /// <param name="tables">Get what they lack.</param>
    /// <param name="known">What whoever reads this surely knows of them.</param>
    public static byte[] Write(Frame frame, FrameTables tables, FrameTablesLength known)
    {
        var body = new ArrayBufferWriter<byte>(Math.Max(256, SizeOf(frame)));
        foreach (var sample in frame.Samples)
        {
            Write(body, sample, tables);
        }

        foreach (var bucket in frame.Buckets)
        {
            Write(body, bucket, tables);
        }

        var (destinations, colors) = tables.Since(known); // after the above, which may have added some
        var head = JsonSerializer.SerializeToUtf8Bytes(
            new(frame.Now, frame.Samples.Count, frame.Buckets.Count, destinations, colors,
                frame.Epochs.Count > 0 ? frame.Epochs : null, frame.Incidents, frame.Warning,
                frame.Circumstances),
            WireJson.Default.FrameHead);
        var bytes = new byte[sizeof(uint) + head.Length + body.WrittenCount];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)head.Length);
        head.CopyTo(bytes, sizeof(uint));
        body.WrittenSpan.CopyTo(bytes.AsSpan(sizeof(uint) + head.Length));
        return bytes;
    }

    private static int SizeOf(Frame frame) =>
        (frame.Samples.Count * FrameFormat.SampleSize)
        + frame.Buckets.Sum(bucket => FrameFormat.BucketSize
            + (bucket.Tallies.Count * FrameFormat.TallySize)
            + ((bucket.Latencies?.Count ?? 0) * FrameFormat.LatencySize));

    private static void Write(ArrayBufferWriter<byte> body, Sample sample, FrameTables tables)
    {
        var color = sample is { Name: { } name, Hex: { } hex }
            ? tables.PlaceOf(new ColorName(name, hex))
            : FrameFormat.NoColor;
        var bytes = body.GetSpan(FrameFormat.SampleSize);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, sample.Number);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[8..], (float)sample.Latency);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[12..], (ushort)sample.Outcome);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[14..], (ushort)sample.Status);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[16..], tables.PlaceOf(sample.Destination));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[18..], color);
        body.Advance(FrameFormat.SampleSize);
    }

    private static void Write(ArrayBufferWriter<byte> body, Bucket bucket, FrameTables tables)
    {
        var latencies = bucket.Latencies ?? [];
        var bytes = body.GetSpan(FrameFormat.BucketSize);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bucket.Second);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], bucket.Epoch);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[16..], (ushort)bucket.Tallies.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[18..], (ushort)latencies.Count);
        body.Advance(FrameFormat.BucketSize);
        foreach (var tally in bucket.Tallies)
        {
            bytes = body.GetSpan(FrameFormat.TallySize);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)tally.Outcome);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], (ushort)tally.Status);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], tables.PlaceOf(tally.Destination));
            BinaryPrimitives.WriteInt32LittleEndian(bytes[6..], tally.Count);
            body.Advance(FrameFormat.TallySize);
        }

        foreach (var latency in latencies)
        {
            bytes = body.GetSpan(FrameFormat.LatencySize);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)latency.Bin);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[2..], latency.Count);
            body.Advance(FrameFormat.LatencySize);
        }
    }
}
