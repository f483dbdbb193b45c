using System.Buffers.Binary;

namespace ColorDemo.Mesh.Api;

/// <summary>One field as it stands in a protobuf message.</summary>
/// <param name="Number">Of the field.</param>
/// <param name="Whole">Of a number; 0 for bytes.</param>
/// <param name="Bytes">Of a text or an inner message.</param>
/// <remarks>Source: protobuf.dev, "Encoding". Groups are not known here.</remarks>
internal readonly record struct ProtobufValue(int Number, ulong Whole, ReadOnlyMemory<byte> Bytes, bool IsBytes)
{
    private const int DeepestZero = 16;

    /// <exception cref="FormatException">It is no protobuf message.</exception>
    public static IEnumerable<ProtobufValue> ReadAll(ReadOnlyMemory<byte> message)
    {
        while (message.Length > 0)
        {
            var key = Varint(ref message);
            var number = (int)(key >> 3);
            yield return (key & 7) switch
            {
                0 => new(number, Varint(ref message), default, false),
                1 => new(number, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8).Span), default, false),
                2 => new(number, 0, Take(ref message, Varint(ref message)), true),
                5 => new(number, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4).Span), default, false),
                _ => throw new FormatException("this is no protobuf message"),
            };
        }
    }

    /// <summary>Whether it says nothing: Kubernetes writes even those fields that are not set.</summary>
    public bool IsZero(int depth = 0) =>
        Whole == 0 && (Bytes.Length == 0 || (depth < DeepestZero && IsZeroMessage(depth)));

    private bool IsZeroMessage(int depth)
    {
        try
        {
            return ReadAll(Bytes).All(inner => inner.Number > 0 && inner.IsZero(depth + 1));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(ref message, 1).Span[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("a number is too long");
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> message, ulong length)
    {
        if (length > (ulong)message.Length)
        {
            throw new FormatException("the message ends within a field");
        }

        var taken = message[..(int)length];
        message = message[(int)length..];
        return taken;
    }
}
