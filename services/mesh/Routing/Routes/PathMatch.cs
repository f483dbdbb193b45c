using System.Text.RegularExpressions;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

public enum PathKind
{
    /// <summary>Plain text: <c>/foo</c> matches <c>/foobar</c> too.</summary>
    Prefix,

    /// <summary>By segment: <c>/foo</c> matches <c>/foo</c> and <c>/foo/bar</c>, as in the Gateway API.</summary>
    SegmentPrefix,

    /// <summary>The whole path, without the query.</summary>
    Exact,

    /// <summary>The whole path, without the query.</summary>
    Regex,
}

/// <summary>A condition on the path without the query.</summary>
/// <param name="IgnoresCase">Not for a regex.</param>
public sealed record PathMatch(PathKind Kind, string Text, bool IgnoresCase, Regex? Regex)
{
    public static PathMatch Everything { get; } = new(PathKind.Prefix, "/", false, null);

    public bool IsEverything => Kind switch
    {
        PathKind.Prefix or PathKind.SegmentPrefix => Text == "/",
        PathKind.Regex => Text == ".*",
        _ => false,
    };

    private StringComparison Comparison =>
        IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public bool Holds(string path) => Kind switch
    {
        PathKind.Exact => path.Equals(Text, Comparison),
        PathKind.Prefix => path.StartsWith(Text, Comparison),
        PathKind.SegmentPrefix => path.StartsWith(Text, Comparison)
            && (path.Length == Text.Length || Text == "/" || path[Text.Length] == '/'),
        _ => Regex!.IsMatch(path),
    };

    public override string ToString() => Kind switch
    {
        PathKind.SegmentPrefix => $"path prefix {Text} by segment",
        _ => $"path {Kind.ToString().ToLowerInvariant()} {Text}{(IgnoresCase ? " in any case" : "")}",
    };

    internal static PathMatch Of(HttpMatch? match, bool bySegment) => match?.Uri switch
    {
        null or { IsPresence: true } => Everything with { IgnoresCase = match?.IgnoreUriCase ?? false },
        { Exact: { } exact } => new(PathKind.Exact, exact, match.IgnoreUriCase, null),
        { Prefix: { } prefix } when bySegment && prefix != "/" =>
            new(PathKind.SegmentPrefix, prefix.TrimEnd('/'), match.IgnoreUriCase, null),
        { Prefix: { } prefix } => new(PathKind.Prefix, prefix, match.IgnoreUriCase, null),
        { Regex: var regex } => new(PathKind.Regex, regex!.Pattern, false, regex.Whole),
    };
}
