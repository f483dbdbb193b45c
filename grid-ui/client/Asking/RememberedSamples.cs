using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>One sample with what its inspector shows.</summary>
/// <param name="Received">See <see cref="HeaderText"/>.</param>
public sealed record RememberedSample(Sample Sample, Sent Sent, byte[] Received, string? TraceId)
{
    /// <param name="address">As it was asked.</param>
    public SampleDetails Of(Uri address, Sampling sampling)
    {
        var received = HeaderText.Read(Received);
        return new(
            Sample, Sent.At, address.AbsoluteUri, sampling.Headers, received,
            TraceId ?? TraceParent.IdIn(received), Sent.Rule);
    }
}

/// <summary>The newest samples of a sampler, numbered without gaps. Not for several threads.</summary>
public sealed class RememberedSamples
{
    /// <summary>Of all headers together. An answer of color-svc behind a gateway has some 400.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    private readonly RememberedSample?[] _ring = new RememberedSample?[Frame.MaxSamples];
    private long _oldest = 1;
    private long _newest;
    private int _bytes;

    /// <param name="sample">Its number follows that of the last one.</param>
    public void Add(RememberedSample sample)
    {
        _newest = sample.Sample.Number;
        if (_newest - _oldest >= _ring.Length)
        {
            ForgetOldest();
        }

        At(_newest) = sample;
        _bytes += sample.Received.Length;
        while (_bytes > MaxBytes)
        {
            ForgetOldest();
        }
    }

    public RememberedSample? Find(long number) => number >= _oldest && number <= _newest ? At(number) : null;

    /// <summary>Those after a number, up to another one.</summary>
    public IReadOnlyList<Sample> Between(long after, long upTo)
    {
        var samples = new List<Sample>();
        for (var number = Math.Max(after + 1, _oldest); number <= Math.Min(upTo, _newest); number++)
        {
            samples.Add(At(number)!.Sample);
        }

        return samples;
    }

    private ref RememberedSample? At(long number) => ref _ring[number % _ring.Length];

    private void ForgetOldest()
    {
        ref var oldest = ref At(_oldest++);
        _bytes -= oldest!.Received.Length;
        oldest = null;
    }
}
