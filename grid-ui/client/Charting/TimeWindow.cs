namespace ColorDemo.Grid;

/// <summary>The stretch of time that is shown.</summary>
/// <param name="Length">One of <see cref="Lengths"/>.</param>
public readonly record struct TimeWindow(TimeSpan Length, DateTimeOffset End)
{
    public const int MaxColumns = 300;

    public static IReadOnlyList<TimeSpan> Lengths { get; } =
        [.. new[] { 15, 30, 60, 120, 300, 600, 1800 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    public DateTimeOffset Start => End - Length;

    /// <summary>Whole seconds, so that a bucket lies in one column.</summary>
    public int ColumnSeconds => Math.Max(1, (int)Math.Ceiling(Length.TotalSeconds / MaxColumns));

    /// <summary>Between two captions of the time axis.</summary>
    public TimeSpan Tick => Length.TotalSeconds switch
    {
        <= 15 => TimeSpan.FromSeconds(5),
        <= 30 => TimeSpan.FromSeconds(10),
        <= 60 => TimeSpan.FromSeconds(15),
        <= 120 => TimeSpan.FromSeconds(30),
        <= 300 => TimeSpan.FromMinutes(1),
        <= 600 => TimeSpan.FromMinutes(2),
        _ => TimeSpan.FromMinutes(5),
    };

    /// <summary>0 at the start, 1 at the end.</summary>
    public double PartAt(DateTimeOffset time) => Math.Clamp((time - Start) / Length, 0, 1);

    public DateTimeOffset TimeAt(double part) => Start + Length * part;

    public bool Contains(DateTimeOffset time) => time >= Start && time <= End;

    /// <param name="steps">More than 0 to see more of the past.</param>
    /// <param name="part">Stays at its time, as far as nothing later than <paramref name="newest"/> shows.</param>
    public TimeWindow Zoomed(int steps, double part, DateTimeOffset newest)
    {
        var length = Lengths[Math.Clamp(IndexOf(Length) + steps, 0, Lengths.Count - 1)];
        var end = TimeAt(part) + length * (1 - part);
        return new(length, end < newest ? end : newest);
    }

    /// <summary>15 s, 2 min.</summary>
    public static string Text(TimeSpan length) => length < TimeSpan.FromMinutes(1)
        ? FormattableString.Invariant($"{length.TotalSeconds:0} s")
        : FormattableString.Invariant($"{length.TotalMinutes:0.#} min");

    private static int IndexOf(TimeSpan length) => Lengths.TakeWhile(one => one < length).Count();
}
