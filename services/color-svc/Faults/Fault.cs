namespace ColorDemo.ColorService.Faults;

/// <summary>What goes wrong with an answer on purpose: it is held back, then perhaps replaced by an error.</summary>
public sealed record Fault
{
    /// <summary>Of a delay, and of a jitter.</summary>
    public const int LongestMilliseconds = 60_000;

    public const int LowestErrorStatus = 400;

    public const int HighestErrorStatus = 599;

    public const int DefaultErrorStatus = StatusCodes.Status503ServiceUnavailable;

    public static Fault None { get; } = new();

    /// <summary>The share of answers, 0 to 1, that are errors instead; each is drawn by itself.</summary>
    public double ErrorRate { get; init; }

    /// <summary>HTTP's, from <see cref="LowestErrorStatus"/> to <see cref="HighestErrorStatus"/>.</summary>
    public int ErrorStatus { get; init; } = DefaultErrorStatus;

    /// <summary>0 to <see cref="LongestMilliseconds"/>, as the jitter.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A delay is drawn evenly from <see cref="Delay"/> to <see cref="Delay"/> + jitter.</summary>
    public TimeSpan Jitter { get; init; }

    public TimeSpan LongestDelay => Delay + Jitter;

    public bool IsHarmless => ErrorRate == 0 && Delay == TimeSpan.Zero && Jitter == TimeSpan.Zero;

    public static bool IsErrorStatus(int status) => status is >= LowestErrorStatus and <= HighestErrorStatus;

    public TimeSpan DrawDelay() => Jitter == TimeSpan.Zero ? Delay : Delay + (Jitter * Random.Shared.NextDouble());

    public bool DrawError() => ErrorRate > 0 && Random.Shared.NextDouble() < ErrorRate;
}
