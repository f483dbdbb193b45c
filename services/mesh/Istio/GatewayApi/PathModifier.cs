using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads the filters that change where a request goes: redirects and rewrites.</summary>
internal static class PathModifier
{
    private static readonly Re2 WholePath = new("/.*",
        new(@"\A(?:/.*)\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant),
        new("/.*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));

    /// <summary>Gateway API <c>HTTPRequestRedirectFilter</c>; the status is 302 when absent.</summary>
    /// <remarks>
    /// Without port, a scheme brings its own default port along; without either the listener's port stays. Source: the
    /// API's description of <c>port</c>, Istio's <c>createRedirectFilter</c>.
    /// </remarks>
    public static Redirect ReadRedirect(Fields filter)
    {
        var scheme = filter.Choice("scheme", "http", "https");
        var port = filter.WholeNumber("port", 1, 65535);
        var (full, prefix) = ReadPath(filter);
        var code = filter.WholeNumber("statusCode", 300, 399) ?? 302;
        if (code is not (301 or 302 or 303 or 307 or 308))
        {
            filter.Error("statusCode", $"{code} is none of 301, 302, 303, 307, 308");
        }

        var read = new Redirect(
            full is "" ? null : full,
            prefix,
            filter.Hostname("hostname", allowsWildcard: false),
            scheme,
            port,
            port is not null ? null : scheme is null ? "FROM_REQUEST_PORT" : "FROM_PROTOCOL_DEFAULT",
            code);
        filter.End();
        return read;
    }

    /// <summary>Gateway API <c>HTTPURLRewriteFilter</c>.</summary>
    /// <remarks>
    /// Istio cuts a slash off the end of a new prefix, and writes an empty one as <c>/</c>, which takes the prefix
    /// away. Source: Istio's <c>createRewriteFilter</c>.
    /// </remarks>
    public static Rewrite? ReadRewrite(Fields filter)
    {
        var (full, prefix) = ReadPath(filter);
        var uri = prefix is "" or "/" ? "/" : prefix?.EndsWith('/') is true ? prefix[..^1] : prefix;
        var authority = filter.Hostname("hostname", allowsWildcard: false);
        filter.End();
        return (uri, authority, full) is (null, null, null)
            ? null
            : new(uri, authority, full is null ? null : new(WholePath, full));
    }

    private static (string? Full, string? Prefix) ReadPath(Fields filter)
    {
        if (filter.Object("path") is not { } path)
        {
            return (null, null);
        }

        path.RequiredText("type");
        var type = path.Choice("type", "ReplaceFullPath", "ReplacePrefixMatch");
        var full = ReadReplacement(path, "replaceFullPath", "ReplaceFullPath", type);
        var prefix = ReadReplacement(path, "replacePrefixMatch", "ReplacePrefixMatch", type);
        path.End();
        return (full, prefix);
    }

    private static string? ReadReplacement(Fields path, string name, string ownType, string? type)
    {
        var text = path.Text(name);
        if (type == ownType && !path.Has(name))
        {
            path.Error(name, $"is required for type {ownType}");
        }
        else if (type is not null && type != ownType && path.Has(name))
        {
            path.Error(name, $"belongs to type {ownType}, not {type}");
        }
        else if (text?.Length > 1024)
        {
            path.Error(name, "is longer than 1024 characters");
        }

        return text;
    }
}
