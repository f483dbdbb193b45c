using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Compares a request with the conditions of a match block; all of them must hold.</summary>
internal static class RouteMatching
{
    public static bool Holds(HttpMatch match, in MeshRequest request) =>
        HoldsForPath(match, request.Path)
        && Holds(match.Method, request.Method)
        && HoldsForHeaders(match, request);

    private static bool HoldsForPath(HttpMatch match, string path) =>
        Holds(match.Uri, path, match.IgnoreUriCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool HoldsForHeaders(HttpMatch match, in MeshRequest request)
    {
        foreach (var (name, condition) in match.Headers)
        {
            if (!request.Headers.TryGetValue(name, out var values)
                || !Holds(condition, string.Join(',', values.ToArray())))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(
        StringMatch? match, string text, StringComparison comparison = StringComparison.Ordinal) =>
        match switch
        {
            null => true,
            { Exact: { } exact } => text.Equals(exact, comparison),
            { Prefix: { } prefix } => text.StartsWith(prefix, comparison),
            _ => match.Regex!.Whole.IsMatch(text),
        };
}
