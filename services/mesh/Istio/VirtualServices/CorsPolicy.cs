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
    bool IgnoresUnmatchedPreflights);
