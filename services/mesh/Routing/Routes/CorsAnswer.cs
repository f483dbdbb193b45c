using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>What a CORS policy says to one request.</summary>
/// <param name="IsPreflight">The proxy answers it itself; else the headers join the upstream's answer.</param>
internal sealed record CorsAnswer(bool IsPreflight, IReadOnlyDictionary<string, string> Headers)
{
    /// <returns>Null when the policy has nothing to say, as for another origin.</returns>
    /// <remarks>Source: Envoy's CORS filter.</remarks>
    public static CorsAnswer? Of(CorsPolicy? policy, in MeshRequest request)
    {
        var origin = RequestText.Header(request, "origin");
        if (policy is null || string.IsNullOrEmpty(origin))
        {
            return null;
        }

        var isPreflight = request.Method == "OPTIONS"
            && RequestText.Header(request, "access-control-request-method") is { Length: > 0 };
        if (!policy.AllowOrigins.Any(allowed => Allows(allowed, origin)))
        {
            return isPreflight && policy.IgnoresUnmatchedPreflights
                ? new(true, new Dictionary<string, string>())
                : null;
        }

        var headers = new Dictionary<string, string> { ["access-control-allow-origin"] = origin };
        Add("access-control-allow-credentials", policy.AllowCredentials is true ? "true" : ""); // false sends none
        if (isPreflight)
        {
            Add("access-control-allow-methods", string.Join(',', policy.AllowMethods));
            Add("access-control-allow-headers", string.Join(',', policy.AllowHeaders));
            Add("access-control-max-age", policy.MaxAge is { } age ? $"{(long)age.TotalSeconds}" : "");
        }
        else
        {
            Add("access-control-expose-headers", string.Join(',', policy.ExposeHeaders));
        }

        return new(isPreflight, headers);

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                headers[name] = value;
            }
        }
    }

    private static bool Allows(StringMatch allowed, string origin) =>
        allowed.Exact == "*" || new TextCondition("origin", allowed).Holds(origin);
}
