using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads Gateway API's <c>HTTPCORSFilter</c>.</summary>
internal static partial class CorsFilter
{
    private const string AnyHost = "[a-zA-Z0-9.-]+";

    private static readonly string[] Methods =
        ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "*"];

    /// <remarks>As in Istio 1.30, a preflight of another origin is answered here, without CORS headers.</remarks>
    public static CorsPolicy Read(Fields filter)
    {
        var origins = ReadSet(filter, "allowOrigins", 64);
        var methods = ReadSet(filter, "allowMethods", 9);
        foreach (var wrong in origins.Where(origin => !OriginPattern.IsMatch(origin)))
        {
            filter.Error("allowOrigins", $"'{wrong}' is no origin; write scheme://host[:port], or \"*\" for every one");
        }

        foreach (var wrong in methods.Except(Methods))
        {
            filter.Error("allowMethods", $"'{wrong}' is none of {string.Join(", ", Methods)}");
        }

        var read = new CorsPolicy(
            [.. origins.Select(ToMatch)],
            methods,
            ReadSet(filter, "allowHeaders", 64),
            ReadSet(filter, "exposeHeaders", 64),
            TimeSpan.FromSeconds(filter.WholeNumber("maxAge", 1, int.MaxValue) ?? 5),
            filter.Flag("allowCredentials") ? true : null,
            IgnoresUnmatchedPreflights: true);
        filter.End();
        return read;
    }

    private static IReadOnlyList<string> ReadSet(Fields filter, string name, int most)
    {
        var texts = filter.Texts(name);
        filter.AtMost(name, texts.Count, most);
        if (texts.Contains("*") && texts.Count > 1 && name != "exposeHeaders")
        {
            filter.Error(name, "\"*\" stands for all; leave the others out");
        }

        return texts;
    }

    private static StringMatch ToMatch(string origin)
    {
        if (!origin.Contains('*'))
        {
            return new(origin, null, null);
        }

        var pattern = origin == "*"
            ? $"[a-zA-Z][a-zA-Z0-9+.-]*://{AnyHost}(:[0-9]+)?"
            : Regex.Escape(origin).Replace(@"\*", AnyHost, StringComparison.Ordinal);
        const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        return new(null, null, new(pattern, new($@"\A(?:{pattern})\z", Options), new(pattern, Options)));
    }

    [GeneratedRegex(@"\A(\*|https?://((\*\.)?([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+|\*)(:[0-9]{1,5})?)\z")]
    private static partial Regex OriginPattern { get; }
}
