using System.Buffers;
using System.Text;
using System.Text.Unicode;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>An answer's headers as lines of UTF-8: thousands are kept, few are read.</summary>
public static class HeaderText
{
    private const int MaxHeaders = 64;

    /// <summary>Of a name or a value; the rest is cut off.</summary>
    private const int MaxLength = 200;

    /// <summary>In bytes: UTF-8 makes up to three of a character.</summary>
    private const int MaxLine = (2 * 3 * MaxLength) + 3;

    public static byte[] Of(HttpResponseMessage response)
    {
        var lines = new Lines();
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            lines.Add(name, values.ToString());
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            lines.Add(name, values.ToString());
        }

        return lines.End();
    }

    public static byte[] Of(IEnumerable<(string Name, string Value)> headers)
    {
        var lines = new Lines();
        foreach (var (name, value) in headers)
        {
            lines.Add(name, value);
        }

        return lines.End();
    }

    public static IReadOnlyList<Header> Read(byte[] text) =>
    [
        .. Encoding.UTF8.GetString(text)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .Select(parts => new Header(parts[0], parts[^1])),
    ];

    private ref struct Lines()
    {
        private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(MaxHeaders * MaxLine);
        private int _length;
        private int _count;

        public void Add(string name, string value)
        {
            if (_count++ < MaxHeaders)
            {
                Append(name);
                Append(": ");
                Append(value);
                Append("\n");
            }
        }

        public readonly byte[] End()
        {
            var text = _bytes.AsSpan(0, _length).ToArray();
            ArrayPool<byte>.Shared.Return(_bytes);
            return text;
        }

        private void Append(string part)
        {
            var kept = part.AsSpan(0, Math.Min(part.Length, MaxLength));
            Utf8.FromUtf16(kept, _bytes.AsSpan(_length), out _, out var written);
            _length += written;
        }
    }
}
