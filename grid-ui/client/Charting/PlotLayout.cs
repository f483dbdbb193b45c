namespace ColorDemo.Grid;

/// <summary>A horizontal strip of the plot; values from 0 to 1 stand upward.</summary>
public readonly record struct Lane(double Top, double Height)
{
    public double Bottom => Top + Height;

    public double Y(double part) => Bottom - Height * Math.Clamp(part, 0, 1);
}

/// <summary>Where everything stands in a plot of some real size: text is never scaled with it.</summary>
/// <param name="Width">CSS pixels, as <paramref name="Height"/>.</param>
/// <param name="Em">The size of the text, in pixels.</param>
public sealed record PlotLayout(double Width, double Height, double Em)
{
    private const double ErrorsPart = 0.14;
    private const double LatencyPart = 0.27;

    /// <summary>Right of the plot, for the names of what is drawn.</summary>
    public double Gutter => Math.Min(8.2 * Em, 0.36 * Width);

    public double PlotWidth => Math.Max(1, Width - Gutter);

    /// <summary>Of the marks' labels.</summary>
    public int LabelRows => Height > 13 * Em ? 2 : IsCompact ? 0 : 1;

    /// <summary>Only the shares and the time fit.</summary>
    public bool IsCompact => Height < 8 * Em;

    public double RowHeight => 1.45 * Em;

    public Lane Shares => new(LabelRows * RowHeight, Left * (IsCompact ? 1 : 1 - ErrorsPart - LatencyPart));

    public Lane Errors => new(Shares.Bottom + Gap, IsCompact ? 0 : Left * ErrorsPart);

    public Lane Latency => new(Errors.Bottom + Gap, IsCompact ? 0 : Left * LatencyPart);

    /// <summary>Of the captions of the time axis.</summary>
    public double AxisBaseline => Height - 0.3 * Em;

    private double Gap => IsCompact ? 0 : 0.45 * Em;

    private double Left => Math.Max(1, Height - LabelRows * RowHeight - 2 * Gap - 1.45 * Em);

    public double X(TimeWindow window, DateTimeOffset time) => PlotWidth * window.PartAt(time);

    /// <summary>How wide a text probably is.</summary>
    public double WidthOf(string text) => 0.56 * Em * text.Length;
}
