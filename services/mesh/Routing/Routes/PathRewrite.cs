using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>The path that the upstream gets, without the query, which always stays.</summary>
public abstract record PathRewrite
{
    public abstract string Apply(string path);

    /// <remarks>
    /// After a prefix match only the matched text is replaced, and no slash is added or removed; after another match
    /// the whole path is. Source: Istio <c>HTTPRewrite</c>.
    /// </remarks>
    internal static PathRewrite? Of(Rewrite? rewrite, PathMatch match, bool hasGatewaySemantics) => rewrite switch
    {
        { UriRegex: { } regex } => new RegexPathRewrite(regex),
        { Uri: { Length: > 0 } uri } => OfPrefix(uri, match, hasGatewaySemantics),
        _ => null,
    };

    internal static PathRewrite OfPrefix(string uri, PathMatch match, bool hasGatewaySemantics) => match.Kind switch
    {
        PathKind.Prefix or PathKind.SegmentPrefix => new PrefixRewrite(
            match.Text.Length, uri, JoinsSlashes: hasGatewaySemantics && uri.EndsWith('/')),
        _ => new WholeRewrite(uri),
    };

    /// <summary>A path without leading slash could not be sent.</summary>
    protected static string Rooted(string path) => path.StartsWith('/') ? path : $"/{path}";
}

/// <param name="Length">Of the matched text, which is cut off.</param>
/// <param name="JoinsSlashes">Of the slash at the end and the one that follows, only one stays.</param>
internal sealed record PrefixRewrite(int Length, string Text, bool JoinsSlashes) : PathRewrite
{
    public override string Apply(string path)
    {
        var rest = path.AsSpan(Length);
        return Rooted(string.Concat(Text, JoinsSlashes ? rest.TrimStart('/') : rest));
    }
}

internal sealed record WholeRewrite(string Text) : PathRewrite
{
    public override string Apply(string path) => Rooted(Text);
}

/// <summary>Replaces every match.</summary>
internal sealed record RegexPathRewrite(RegexRewrite Regex) : PathRewrite
{
    public override string Apply(string path) =>
        Rooted(Regex.Match.Part.Replace(path, match => Re2Substitution.Expand(Regex.Substitution, match)));
}
