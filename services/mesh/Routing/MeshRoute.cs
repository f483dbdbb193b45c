using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>One condition of one rule, and what becomes of the requests that meet it. Envoy calls it a route.</summary>
/// <param name="VirtualService">The resource that the rule stands in.</param>
/// <param name="Rule">The rule, for its name and its place.</param>
/// <param name="Match">Absent: everything matches.</param>
/// <param name="Split">Absent when the rule's action is one that the mesh does not simulate.</param>
public sealed record MeshRoute(
    Metadata VirtualService, HttpRule Rule, HttpMatch? Match, AbortFault? Abort, Split? Split)
{
    /// <summary>
    /// Whether nothing behind it can be reached: no condition but perhaps the path's, and that one takes all.
    /// </summary>
    public bool IsCatchAll =>
        Match is null
        || (Match is { Method: null, Headers.Count: 0 }
            && (Match.Uri is null or { Prefix: "/" } || Match.Uri.Regex?.Pattern == ".*"));

    public bool Matches(in MeshRequest request) => Match is null || RouteMatching.Holds(Match, request);

    /// <summary>The path that the upstream gets.</summary>
    /// <remarks>
    /// After a prefix match, only the matched text is replaced and no slash is added or removed; else the whole path.
    /// Source: Istio <c>HTTPRewrite.uri</c>. A result without leading slash gets one, since it could not be sent.
    /// </remarks>
    public string Rewrite(string path)
    {
        if (Rule.Rewrite?.Uri is not { } uri)
        {
            return path;
        }

        var rewritten = Match?.Uri switch
        {
            { Prefix: { } prefix } => uri + path[prefix.Length..],
            null => uri + path[1..], // no condition on the path counts as the prefix "/"
            _ => uri,
        };
        return rewritten.StartsWith('/') ? rewritten : $"/{rewritten}";
    }
}
