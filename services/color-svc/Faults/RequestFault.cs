using System.Globalization;

namespace ColorDemo.ColorService.Faults;

/// <summary>The fault that one request asks for in its header, for example <c>abort=503;delay=200ms</c>.</summary>
/// <param name="Status">Null leaves aborting to the configured fault.</param>
/// <param name="Delay">Null leaves delaying to the configured fault.</param>
internal readonly record struct RequestFault(int? Status, TimeSpan? Delay)
{
    public const string Header = "x-color-fault";

    public const string Accepted = "abort=STATUS (400 to 599) and delay=TIME (such as 200ms or 1.5s, up to 60s), "
        + "each once, with a semicolon between them";

    /// <returns>False when the text is not <see cref="Accepted"/>.</returns>
    public static bool TryParse(string text, out RequestFault fault)
    {
        fault = default;
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            switch (part.Split('=', 2, StringSplitOptions.TrimEntries))
            {
                case ["abort", var status] when fault.Status is null && ParseStatus(status) is { } parsed:
                    fault = fault with { Status = parsed };
                    break;
                case ["delay", var delay] when fault.Delay is null && ParseTime(delay) is { } parsed:
                    fault = fault with { Delay = parsed };
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    public Fault Over(Fault configured) => configured with
    {
        ErrorRate = Status is null ? configured.ErrorRate : 1,
        ErrorStatus = Status ?? configured.ErrorStatus,
        Delay = Delay ?? configured.Delay,
        Jitter = Delay is null ? configured.Jitter : TimeSpan.Zero,
    };

    private static int? ParseStatus(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        && Fault.IsErrorStatus(status)
            ? status
            : null;

    private static TimeSpan? ParseTime(string text)
    {
        var (number, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1)
            : text.EndsWith('s') ? (text[..^1], 1000)
            : ("", 0);
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount * unit is var milliseconds and >= 0 and <= Fault.LongestMilliseconds
                ? TimeSpan.FromMilliseconds(milliseconds)
                : null;
    }
}
