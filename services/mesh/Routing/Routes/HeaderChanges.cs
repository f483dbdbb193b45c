using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Changes of headers, in Envoy's order: what is removed, what is overwritten, what is appended.</summary>
/// <param name="Values">Those that overwrite stand first; an empty one changes nothing.</param>
public sealed record HeaderChanges(IReadOnlyList<string> Remove, IReadOnlyList<HeaderValue> Values)
{
    public static HeaderChanges None { get; } = new([], []);

    public bool IsEmpty => Remove.Count == 0 && Values.Count == 0;

    public bool IsSameAs(HeaderChanges other) =>
        Remove.SequenceEqual(other.Remove) && Values.SequenceEqual(other.Values);

    internal static HeaderChanges Of(HeaderOperations? operations) => operations is null
        ? None
        : new(
            [.. operations.Remove.Select(name => name.ToLowerInvariant())],
            [
                .. ValuesOf(operations.Set, appends: false),
                .. ValuesOf(operations.Add, appends: true),
            ]);

    internal HeaderChanges Then(HeaderChanges later) => new(
        [.. Remove, .. later.Remove],
        [.. Values.Concat(later.Values).OrderBy(value => value.Appends)]);

    /// <summary>The Host header is no header to Envoy: it rewrites the authority instead.</summary>
    internal static string? AuthorityOf(HeaderOperations? operations) => operations is null
        ? null
        : operations.Set.Concat(operations.Add)
            .Where(pair => IsAuthority(pair.Key))
            .Select(pair => pair.Value)
            .FirstOrDefault();

    private static bool IsAuthority(string name) =>
        name.Equals("host", StringComparison.OrdinalIgnoreCase) || name == ":authority";

    private static IEnumerable<HeaderValue> ValuesOf(IReadOnlyDictionary<string, string> pairs, bool appends) => pairs
        .Where(pair => !pair.Key.StartsWith(':') && !IsAuthority(pair.Key))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => new HeaderValue(pair.Key.ToLowerInvariant(), pair.Value, appends));
}

/// <param name="Value">May hold Envoy's <c>%VARIABLES%</c>; <c>%%</c> is a percent sign.</param>
/// <param name="Appends">Else it replaces what is there.</param>
public sealed record HeaderValue(string Name, string Value, bool Appends);
