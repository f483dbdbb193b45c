namespace ColorDemo.Mesh.Istio;

/// <summary>The filters of a rule or of a backend, in Istio's words. Gateway API <c>HTTPRouteFilter</c>.</summary>
/// <param name="HasForeign">An ExtensionRef: Istio knows none, and serves nothing of such a route.</param>
public sealed record HttpRouteFilters(
    Headers? Headers,
    Redirect? Redirect,
    Rewrite? Rewrite,
    IReadOnlyList<MirrorFilter> Mirrors,
    CorsPolicy? Cors,
    bool HasForeign)
{
    private static readonly Dictionary<string, string> FieldOfType = new()
    {
        ["RequestHeaderModifier"] = "requestHeaderModifier",
        ["ResponseHeaderModifier"] = "responseHeaderModifier",
        ["RequestMirror"] = "requestMirror",
        ["RequestRedirect"] = "requestRedirect",
        ["URLRewrite"] = "urlRewrite",
        ["ExtensionRef"] = "extensionRef",
        ["CORS"] = "cors",
    };

    public static HttpRouteFilters None { get; } = new(null, null, null, [], null, false);

    /// <summary>Whether a path is made of the matched prefix, which there must be then.</summary>
    public bool ReplacesPrefix => Redirect?.PrefixRewrite is not null || Rewrite?.Uri is not null;

    internal static HttpRouteFilters Read(Fields owner)
    {
        var read = None;
        var filters = owner.Objects("filters");
        owner.AtMost("filters", filters.Count, 16);
        HashSet<string> types = [];
        foreach (var filter in filters)
        {
            filter.RequiredText("type");
            var type = filter.Choice("type", [.. FieldOfType.Keys]);
            var value = ValueOf(filter, type);
            if (type is null || value is null)
            {
                continue;
            }

            if (!types.Add(type) && type is not ("RequestMirror" or "ExtensionRef"))
            {
                filter.Error("type", $"{type} is there already; write one filter of a type");
            }

            read = read.With(type, value);
        }

        if (read is { Redirect: not null, Rewrite: not null })
        {
            owner.Error("filters", "RequestRedirect and URLRewrite exclude each other; remove one of them");
        }

        return read;
    }

    private static Fields? ValueOf(Fields filter, string? type)
    {
        Fields? found = null;
        foreach (var (otherType, field) in FieldOfType)
        {
            if (type == otherType)
            {
                found = filter.Object(field);
                if (!filter.Has(field))
                {
                    filter.Error(field, $"is required for type {type}");
                }
            }
            else if (type is not null && filter.Has(field))
            {
                filter.Error(field, $"belongs to type {otherType}, not {type}");
            }

            filter.Known(field);
        }

        filter.End();
        return found;
    }

    private HttpRouteFilters With(string type, Fields value)
    {
        switch (type)
        {
            case "RequestHeaderModifier":
                return this with { Headers = (Headers ?? Headers.None) with { Request = HeaderModifier.Read(value) } };
            case "ResponseHeaderModifier":
                return this with { Headers = (Headers ?? Headers.None) with { Response = HeaderModifier.Read(value) } };
            case "RequestRedirect":
                return this with { Redirect = PathModifier.ReadRedirect(value) };
            case "URLRewrite":
                return this with { Rewrite = PathModifier.ReadRewrite(value) };
            case "RequestMirror":
                return this with { Mirrors = [.. Mirrors, MirrorFilter.Read(value)] };
            case "CORS":
                return this with { Cors = CorsFilter.Read(value) };
            default:
                value.Warn("name", "Istio serves nothing of this HTTPRoute: it knows no ExtensionRef; remove it");
                return this with { HasForeign = true };
        }
    }
}
