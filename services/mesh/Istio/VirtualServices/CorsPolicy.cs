namespace ColorDemo.Mesh.Istio;

/// <summary>Which pages of other origins may read the answers. Istio <c>CorsPolicy</c>.</summary>
/// <param name="AllowOrigins">Any one suffices; the exact <c>*</c> is every origin.</param>
/// <param name="MaxAge">Whole seconds.</param>
/// <param name="AllowCredentials">Absent sends no such header.</param>
/// <param name="IgnoresUnmatchedPreflights">
/// <c>unmatchedPreflights: IGNORE</c>: a preflight of another origin is answered here, without CORS headers.
/// Else it goes to the upstream.
/// </param>
public sealed record CorsPolicy(
    IReadOnlyList<StringMatch> AllowOrigins,
    IReadOnlyList<string> AllowMethods,
    IReadOnlyList<string> AllowHeaders,
    IReadOnlyList<string> ExposeHeaders,
    TimeSpan? MaxAge,
    bool? AllowCredentials,
    bool IgnoresUnmatchedPreflights)
{
    private static readonly string[] Methods =
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*"];

    internal static CorsPolicy? Read(Fields? policy)
    {
        if (policy is null)
        {
            return null;
        }

        var read = new CorsPolicy(
            ReadOrigins(policy),
            ReadMethods(policy),
            ReadHeaderNames(policy, "allowHeaders"),
            ReadHeaderNames(policy, "exposeHeaders"),
            ReadMaxAge(policy),
            policy.Has("allowCredentials") ? policy.Flag("allowCredentials") : null,
            policy.Choice("unmatchedPreflights", "UNSPECIFIED", "FORWARD", "IGNORE") == "IGNORE");
        policy.Known("allowCredentials");
        policy.End();
        return read;
    }

    private static List<StringMatch> ReadOrigins(Fields policy)
    {
        var old = policy.Texts("allowOrigin");
        if (policy.Has("allowOrigin"))
        {
            policy.Warn("allowOrigin", policy.HasNothing("allowOrigins")
                ? "is deprecated; write allowOrigins: [{exact: ...}]"
                : "is deprecated, and not looked at beside allowOrigins; leave it out");
        }

        List<StringMatch> origins = [];
        foreach (var origin in policy.Objects("allowOrigins"))
        {
            if (StringMatch.Kinds.All(kind => origin.IsAbsentOrEmptyText(kind)))
            {
                origin.Error("", "'' is not a valid match type for CORS allow origins; "
                    + "set exact, prefix or regex, and not to the empty text");
                origin.Known("exact", "prefix", "regex");
                origin.End();
            }
            else if (StringMatch.Read(origin) is { } match)
            {
                origins.Add(match);
            }
        }

        return policy.HasNothing("allowOrigins")
            ? [.. old.Select(origin => new StringMatch(origin, null, null))]
            : origins;
    }

    private static List<string> ReadMethods(Fields policy)
    {
        var methods = policy.TextItems("allowMethods");
        foreach (var (method, field) in methods.Where(item => !Methods.Contains(item.Text)))
        {
            policy.Error(field,
                $"'{method}' is not a supported HTTP method; write one of {string.Join(", ", Methods)}");
        }

        return [.. methods.Select(item => item.Text)];
    }

    private static List<string> ReadHeaderNames(Fields policy, string name)
    {
        var headers = policy.TextItems(name);
        foreach (var (header, field) in headers.Where(item => item.Text != "*" && !HeaderNames.IsToken(item.Text)))
        {
            policy.Error(field, HeaderNames.Refusal(header));
        }

        return [.. headers.Select(item => item.Text)];
    }

    private static TimeSpan? ReadMaxAge(Fields policy)
    {
        var age = policy.Duration("maxAge");
        if (age?.Ticks % TimeSpan.TicksPerSecond > 0)
        {
            policy.Error("maxAge", "max_age duration is accurate only to seconds precision; write whole seconds");
        }

        return age;
    }
}
