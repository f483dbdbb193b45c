namespace ColorDemo.Grid.Wire;

/// <summary>
/// How a frame is put into one message: the length of its head (four bytes), the head as JSON, then samples and
/// buckets. Numbers have their lowest byte first.
/// </summary>
/// <remarks>
/// A first frame has up to 10,000 samples and 1,800 buckets: 0.5 MB so, some 5 MB of JSON, which a browser would read
/// for half a second.
/// </remarks>
public static class FrameFormat
{
    /// <summary>Number 8, latency in milliseconds 4 (a float), outcome 2, status 2, destination 2, color 2.</summary>
    public const int SampleSize = 20;

    /// <summary>Second 8, epoch 8, number of tallies 2, number of latency bins 2.</summary>
    public const int BucketSize = 20;

    /// <summary>Outcome 2, status 2, destination 2, count 4.</summary>
    public const int TallySize = 10;

    /// <summary>Bin 2, count 4.</summary>
    public const int LatencySize = 6;

    /// <summary>In the place of a color where there is none.</summary>
    public const ushort NoColor = ushort.MaxValue;

    /// <summary>
    /// Frames that may be on their way to one viewer. It tells after every <see cref="FramesPerWord"/> that it has
    /// seen them: what a page does not read, a browser would keep for it without end.
    /// </summary>
    public const int MaxUnseen = 8;

    /// <summary>A viewer sends one message, of any content, after so many frames.</summary>
    public const int FramesPerWord = 4;
}
