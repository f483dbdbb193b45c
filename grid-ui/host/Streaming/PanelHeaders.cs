using System.Buffers;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Which headers a panel may add: those that frame no message and are not the connection's.</summary>
public static class PanelHeaders
{
    /// <summary>RFC 9110, section 5.6.2.</summary>
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>gRPC's own rule for names: "gRPC over HTTP2", Custom-Metadata.</summary>
    private static readonly SearchValues<char> GrpcName = SearchValues.Create(
        "-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The connection's, the message's, and those of the body that a request here has not.</summary>
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Keep-Alive", "Expect", "HTTP2-Settings",
        "Allow", "Expires", "Last-Modified",
    };

    /// <summary>What scripts cannot set: Fetch standard, section 2.2.2, "forbidden request-header".</summary>
    private static readonly HashSet<string> OfBrowsers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Charset", "Accept-Encoding", "Access-Control-Request-Headers", "Access-Control-Request-Method",
        "Access-Control-Request-Private-Network", "Cookie", "Cookie2", "Date", "DNT", "Origin", "Referer",
        "Set-Cookie", "Via",
    };

    /// <param name="text">As in a request: <c>name: value</c>.</param>
    /// <returns>The header, or a sentence on what is wrong with it.</returns>
    public static (Header? Header, string Refusal) Read(string text, SamplingProtocol protocol, Asker asker)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return (null, $"header: {Given.Show(text)} has no colon; give name: value.");
        }

        var (name, value) = (text[..colon], text[(colon + 1)..].Trim(' ', '\t'));
        return (name, value) switch
        {
            _ when name.Length + value.Length > Sampling.MaxHeaderLength =>
                (null, $"header: {Given.Show(name)} is longer than {Sampling.MaxHeaderLength} characters "
                    + "with its value."),
            _ when name.Length == 0 || name.AsSpan().ContainsAnyExcept(Token) =>
                (null, $"header: {Given.Show(name)} is no header name: letters, digits and !#$%&'*+-.^_`|~ make one."),
            _ when IsRefused(name) =>
                (null, $"header: {Given.Show(name)} may not be set: it belongs to the connection or to a body."),
            _ when protocol == SamplingProtocol.Grpc && !IsForGrpc(name) =>
                (null, $"header: {Given.Show(name)} may not be set with gRPC."),
            _ when asker == Asker.Browser
                && (OfBrowsers.Contains(name) || name.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase)) =>
                (null, $"header: {Given.Show(name)} may not be set by a page; the host can."),
            _ when value.Any(letter => letter is not ('\t' or (>= ' ' and <= '~'))) =>
                (null, $"header: the value of {Given.Show(name)} has characters other than visible ASCII and spaces."),
            _ => (new(name, value), ""),
        };
    }

    private static bool IsRefused(string name) =>
        Refused.Contains(name)
        || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    private static bool IsForGrpc(string name) =>
        !name.AsSpan().ContainsAnyExcept(GrpcName)
        && !name.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith("-bin", StringComparison.OrdinalIgnoreCase);
}
