namespace ColorDemo.Mesh.Proxy;

/// <summary>A request's body that passes by as it comes and can be read again, as long as it is small.</summary>
/// <param name="length">As the client announced it, if it did.</param>
/// <param name="end">Called once, when the client has sent all of it.</param>
internal sealed class ReplayableBody(Stream source, long? length, Action<ReplayableBody> end) : Stream
{
    /// <summary>How much of a body is kept. Envoy keeps what fits its <c>per_connection_buffer_limit</c>.</summary>
    public const int Limit = 64 * 1024;

    private readonly MemoryStream _kept = new();
    private int _position;
    private long _seen;
    private bool _hasEnded;

    /// <summary>False once more was sent than is kept.</summary>
    public bool IsWhole { get; private set; } = true;

    public ReadOnlyMemory<byte> Kept => _kept.GetBuffer().AsMemory(0, (int)_kept.Length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The next reader begins with what was kept.</summary>
    public void Rewind() => _position = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsWhole && _position < _kept.Length)
        {
            var again = Kept[_position..];
            again = again[..Math.Min(again.Length, buffer.Length)];
            again.CopyTo(buffer);
            _position += again.Length;
            return again.Length;
        }

        if (_hasEnded)
        {
            return 0;
        }

        var read = await source.ReadAsync(buffer, cancellationToken);
        if (buffer.Length > 0) // else the forwarder only waits until there is something
        {
            Keep(buffer[..read]);
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private void Keep(ReadOnlyMemory<byte> read)
    {
        _seen += read.Length;
        IsWhole &= _seen <= Limit;
        if (IsWhole)
        {
            _kept.Write(read.Span);
            _position += read.Length;
        }

        if (read.Length == 0 || _seen == length)
        {
            _hasEnded = true;
            end(this);
        }
    }
}
