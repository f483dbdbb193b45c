using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Whether a delegate's condition asks for something outside of the root's.</summary>
/// <remarks>Source: Istio's <c>hasConflict</c> and <c>stringMatchConflict</c>.</remarks>
internal static class MatchConflict
{
    public static bool Between(HttpMatch root, HttpMatch inner) =>
        Between(root.Uri, inner.Uri)
        || Between(root.Scheme, inner.Scheme)
        || Between(root.Method, inner.Method)
        || Between(root.Authority, inner.Authority)
        || Between(root.Headers, inner.Headers)
        || Between(root.WithoutHeaders, inner.WithoutHeaders)
        || Between(root.QueryParams, inner.QueryParams)
        || root.IgnoreUriCase != inner.IgnoreUriCase
        || (root.Port != 0 && inner.Port != 0 && root.Port != inner.Port)
        || (Given(root.SourceNamespace) && Given(inner.SourceNamespace)
            && root.SourceNamespace != inner.SourceNamespace)
        || inner.SourceLabels.Any(label =>
            root.SourceLabels.TryGetValue(label.Key, out var value) && value != label.Value)
        || (root.Gateways.Count > 0 && inner.Gateways.Except(root.Gateways).Any());

    private static bool Given(string? text) => !string.IsNullOrEmpty(text);

    private static bool Between(
        IReadOnlyDictionary<string, StringMatch> root, IReadOnlyDictionary<string, StringMatch> inner) =>
        inner.Any(one => root.TryGetValue(one.Key, out var other) && Between(other, one.Value));

    private static bool Between(StringMatch? root, StringMatch? inner) => (root, inner) switch
    {
        (null, _) or (_, null) => false,
        ({ IsPresence: true }, _) or (_, { IsPresence: true }) => false,
        ({ Regex: not null }, _) or (_, { Regex: not null }) => true, // nobody can tell whether one narrows the other
        ({ Exact: { } exact }, _) => inner.Exact != exact,
        ({ Prefix: { } prefix }, _) => !(inner.Exact ?? inner.Prefix)!.StartsWith(prefix, StringComparison.Ordinal),
        _ => false,
    };
}
