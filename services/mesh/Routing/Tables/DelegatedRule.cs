using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>A delegate's rule under the rule that delegates to it.</summary>
/// <remarks>Source: Istio's <c>mergeHTTPRoute</c> and <c>mergeHTTPMatchRequests</c>.</remarks>
internal static class DelegatedRule
{
    /// <returns>Null when none of the delegate's conditions narrows any of the root's.</returns>
    public static HttpRule? Merge(HttpRule root, HttpRule inner)
    {
        if (Matches(root.Match, inner.Match) is not { } matches)
        {
            return null;
        }

        return inner with
        {
            Match = matches,
            Name = Join(root.Name, inner.Name),
            Rewrite = inner.Rewrite ?? root.Rewrite,
            DirectResponse = inner.DirectResponse ?? root.DirectResponse,
            Timeout = inner.Timeout ?? root.Timeout,
            Retries = inner.Retries ?? root.Retries,
            Fault = inner.Fault ?? root.Fault,
            Mirrors = inner.Mirrors ?? root.Mirrors,
            CorsPolicy = inner.CorsPolicy ?? root.CorsPolicy,
            Headers = inner.Headers ?? root.Headers,
            Unsupported = [.. root.Unsupported, .. inner.Unsupported],
        };
    }

    /// <summary>Each of the delegate's has to narrow one of the root's; nothing said takes over the other's.</summary>
    private static IReadOnlyList<HttpMatch>? Matches(IReadOnlyList<HttpMatch> roots, IReadOnlyList<HttpMatch> inners)
    {
        if (roots.Count == 0 || inners.Count == 0)
        {
            return roots.Count == 0 ? inners : roots;
        }

        var merged = inners
            .Select(inner => roots
                .Where(root => !MatchConflict.Between(root, inner))
                .Select(root => Narrow(root, inner))
                .ToList())
            .ToList();
        return merged.Any(found => found.Count == 0) ? null : [.. merged.SelectMany(found => found)];
    }

    private static HttpMatch Narrow(HttpMatch root, HttpMatch inner) => inner with
    {
        Name = Join(root.Name, inner.Name),
        Uri = inner.Uri ?? root.Uri,
        Scheme = inner.Scheme ?? root.Scheme,
        Method = inner.Method ?? root.Method,
        Authority = inner.Authority ?? root.Authority,
        Headers = Union(root.Headers, inner.Headers),
        WithoutHeaders = Union(root.WithoutHeaders, inner.WithoutHeaders),
        QueryParams = Union(root.QueryParams, inner.QueryParams),
        Port = inner.Port == 0 ? root.Port : inner.Port,
        SourceLabels = Union(root.SourceLabels, inner.SourceLabels),
        SourceNamespace = inner.SourceNamespace ?? root.SourceNamespace,
        Gateways = inner.Gateways.Count == 0 ? root.Gateways : inner.Gateways,
        Unsupported = [.. root.Unsupported, .. inner.Unsupported],
    };

    private static string? Join(string? root, string? inner) =>
        string.IsNullOrEmpty(inner) ? root : string.IsNullOrEmpty(root) ? inner : $"{root}-{inner}";

    private static Dictionary<string, T> Union<T>(
        IReadOnlyDictionary<string, T> root, IReadOnlyDictionary<string, T> inner)
    {
        var union = new Dictionary<string, T>(root);
        foreach (var (name, value) in inner)
        {
            union[name] = value;
        }

        return union;
    }
}
