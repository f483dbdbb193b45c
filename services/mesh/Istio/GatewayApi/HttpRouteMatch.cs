using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads Gateway API's <c>HTTPRouteMatch</c> as the conditions of Istio's that it stands for.</summary>
internal static partial class HttpRouteMatch
{
    private static readonly string[] Methods =
        ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

    public static HttpMatch Everything(Origin origin) =>
        Match(new(null, "/", null), null, [], [], origin);

    public static HttpMatch Read(Fields match)
    {
        var method = match.Choice("method", Methods);
        var read = Match(
            ReadPath(match.Object("path")),
            method is null ? null : new(method, null, null),
            ReadConditions(match, "headers", StringComparer.OrdinalIgnoreCase, 4096),
            ReadConditions(match, "queryParams", StringComparer.Ordinal, 1024),
            match.Origin);
        match.End();
        return read;
    }

    private static HttpMatch Match(
        StringMatch uri,
        StringMatch? method,
        Dictionary<string, StringMatch> headers,
        Dictionary<string, StringMatch> queryParams,
        Origin origin) => new(
            null, uri, false, null, method, null, headers, new Dictionary<string, StringMatch>(), queryParams, 0,
            new Dictionary<string, string>(), null, [], [], origin);

    private static StringMatch ReadPath(Fields? path)
    {
        var type = path?.Choice("type", "Exact", "PathPrefix", "RegularExpression") ?? "PathPrefix";
        var value = path?.Text("value") ?? "/";
        if (path is not null && type != "RegularExpression" && WrongIn(value) is { } wrong)
        {
            path.Error("value", wrong);
        }

        if (value.Length > 1024)
        {
            path!.Error("value", "is longer than 1024 characters");
        }

        path?.End();
        return type switch
        {
            "Exact" => new(value, null, null),
            "RegularExpression" => new(null, null, Re2.Read(path!, "value", value)),
            // A slash at the end is ignored, says the API: the comparison is by path segment.
            _ => new(null, value is "/" || !value.EndsWith('/') ? value : value[..^1], null),
        };
    }

    private static string? WrongIn(string path) =>
        !path.StartsWith('/') ? $"'{path}' is no path; it must start with '/'"
        : path.Contains("//", StringComparison.Ordinal) ? "must not contain '//'"
        : path.Split('/').Any(part => part is "." or "..") ? "must not contain the segments '.' and '..'"
        : path.Contains("%2f", StringComparison.OrdinalIgnoreCase) ? "must not contain '%2F', an encoded '/'"
        : !PathPattern.IsMatch(path) ? $"'{path}' is no path: encode other characters as %XX, and leave ? and # out"
        : null;

    private static Dictionary<string, StringMatch> ReadConditions(
        Fields match, string name, StringComparer comparer, int longest)
    {
        var conditions = new Dictionary<string, StringMatch>(comparer);
        var items = match.Objects(name);
        match.AtMost(name, items.Count, 16);
        HashSet<string> names = [];
        foreach (var item in items)
        {
            var key = item.HeaderName("name");
            var type = item.Choice("type", "Exact", "RegularExpression") ?? "Exact";
            var value = item.RequiredText("value");
            if (value.Length > longest)
            {
                item.Error("value", $"is longer than {longest} characters");
            }

            if (!names.Add(key))
            {
                item.Error("name", $"'{key}' is there already; every name may stand once");
            }

            // Names that differ in case only are the same: the first one counts, says the API.
            conditions.TryAdd(key, type == "Exact"
                ? new(value, null, null)
                : new(null, null, Re2.Read(item, "value", value)));
            item.End();
        }

        return conditions;
    }

    [GeneratedRegex(@"\A(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+\z")]
    private static partial Regex PathPattern { get; }
}
