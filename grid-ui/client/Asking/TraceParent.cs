using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>The header by which a request begins a trace. Source: W3C Trace Context, section 3.2.</summary>
/// <remarks>
/// Marked as sampled, or services that obey their caller would record nothing. Every trace costs the service that
/// writes it, hence only so many bear one; the others leave the services' own sampling as it is.
/// </remarks>
public sealed class TraceParent(bool isWanted, TimeProvider clock)
{
    public const string Header = "traceparent";

    /// <summary>Up to 50 a second.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(20);

    private static readonly string[] InAnswers = ["traceresponse", Header, "x-b3-traceid"];

    private readonly Lock _lock = new();
    private long? _last;

    /// <returns>The id in hexadecimal digits; nothing when this request bears none.</returns>
    public string? NextId()
    {
        if (!isWanted)
        {
            return null;
        }

        lock (_lock)
        {
            if (_last is { } last && clock.GetElapsedTime(last) < Apart)
            {
                return null;
            }

            _last = clock.GetTimestamp();
        }

        return Hex(16);
    }

    public static string Of(string traceId) => $"00-{traceId}-{Hex(8)}-01";

    /// <summary>The id that headers tell, given by a panel or come with an answer.</summary>
    public static string? IdIn(IEnumerable<Header> headers) => InAnswers
        .Select(name => headers.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        .Select(header => header?.Value.Split('-') is { } parts ? parts[parts.Length > 1 ? 1 : 0] : null)
        .FirstOrDefault(id => id is { Length: 32 } && id.All(char.IsAsciiHexDigit));

    private static string Hex(int bytes)
    {
        Span<byte> random = stackalloc byte[bytes];
        Random.Shared.NextBytes(random);
        random[0] |= 1; // an id of zeros is none
        return Convert.ToHexStringLower(random);
    }
}
