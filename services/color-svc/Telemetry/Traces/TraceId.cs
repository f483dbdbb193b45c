using System.Buffers;
using System.Diagnostics;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>Tells which trace a request belongs to, also when it has no span here.</summary>
internal static class TraceId
{
    private const int Length = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <returns>32 lower-case hexadecimal digits; null when there is no trace.</returns>
    public static string? Of(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? OfCaller(context.Request.Headers);

    private static string? OfCaller(IHeaderDictionary headers)
    {
        if (ActivityContext.TryParse(headers.TraceParent, null, out var caller))
        {
            return caller.TraceId.ToHexString();
        }

        return OfB3(headers["b3"].ToString().Split('-', 2)[0]) ?? OfB3(headers["X-B3-TraceId"].ToString());
    }

    /// <summary>B3 knows ids of half the length, too.</summary>
    private static string? OfB3(string id) =>
        id.Length is Length or Length / 2
        && !id.AsSpan().ContainsAnyExcept(Digits)
        && id.AsSpan().ContainsAnyExcept('0')
            ? id.PadLeft(Length, '0')
            : null;
}
