namespace ColorDemo.Mesh.Istio;

/// <summary>Sends the client elsewhere. Istio <c>HTTPRedirect</c>; absent parts stay as requested.</summary>
/// <param name="Uri">The whole new path; the query stays, unless this has one.</param>
/// <param name="PrefixRewrite">Replaces the matched prefix. Istio 1.31 and later.</param>
/// <param name="DerivePort">FROM_PROTOCOL_DEFAULT or FROM_REQUEST_PORT.</param>
/// <param name="Code">301, the default, 302, 303, 307 or 308; another 3xx makes a route without action.</param>
public sealed record Redirect(
    string? Uri, string? PrefixRewrite, string? Authority, string? Scheme, int? Port, string? DerivePort, int Code)
{
    private static readonly string[] Parts = ["uri", "prefixRewrite", "authority", "scheme", "port", "derivePort"];

    internal static Redirect? Read(Fields? redirect)
    {
        if (redirect is null)
        {
            return null;
        }

        if (Parts.All(redirect.IsAbsentOrEmptyText))
        {
            redirect.Error("", "redirect must specify URI, authority, scheme, or port");
        }

        OnlyOneOf(redirect, "uri", "prefixRewrite");
        OnlyOneOf(redirect, "port", "derivePort");
        var read = new Redirect(
            Given(redirect, "uri"),
            Given(redirect, "prefixRewrite"),
            Given(redirect, "authority"),
            ReadScheme(redirect),
            redirect.WholeNumber("port", 0, 65535) is > 0 and var port ? port : null,
            redirect.Choice("derivePort", "FROM_PROTOCOL_DEFAULT", "FROM_REQUEST_PORT"),
            ReadCode(redirect));
        redirect.End();
        return read;
    }

    private static string? Given(Fields redirect, string name) =>
        redirect.Text(name) is { Length: > 0 } text ? text : null;

    private static string? ReadScheme(Fields redirect)
    {
        var scheme = Given(redirect, "scheme");
        if (scheme is not (null or "http" or "https"))
        {
            redirect.Error("scheme", $"invalid redirect scheme '{scheme}', must be \"http\" or \"https\"");
        }

        return scheme;
    }

    private static void OnlyOneOf(Fields redirect, string one, string other)
    {
        if (!redirect.IsAbsentOrEmptyText(one) && !redirect.IsAbsentOrEmptyText(other))
        {
            redirect.Error(other, $"redirect may only contain one of {one} and {other}; leave one out");
        }
    }

    private static int ReadCode(Fields redirect)
    {
        var code = redirect.WholeNumber("redirectCode", 0, int.MaxValue) ?? 0;
        switch (code)
        {
            case 0:
                return 301;
            case < 300 or > 399:
                redirect.Error("redirectCode",
                    $"{code} is not a valid redirect code, must be 3xx; write 301, 302, 303, 307 or 308");
                break;
            case not (301 or 302 or 303 or 307 or 308):
                redirect.Warn("redirectCode", $"Istio takes {code}, and then the route does nothing; "
                    + "write 301, 302, 303, 307 or 308");
                break;
        }

        return code;
    }
}
