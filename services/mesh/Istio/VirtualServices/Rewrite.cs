namespace ColorDemo.Mesh.Istio;

/// <summary>Changes the request before it goes on. Istio <c>HTTPRewrite</c>.</summary>
/// <param name="Uri">Replaces the matched prefix, or the whole path after an exact or regex match.</param>
/// <param name="Authority">Replaces the Host header.</param>
/// <param name="UriRegex">Instead of <paramref name="Uri"/>.</param>
public sealed record Rewrite(string? Uri, string? Authority, RegexRewrite? UriRegex);

/// <summary>Replaces every match in the path, without the query. Istio <c>RegexRewrite</c>.</summary>
/// <param name="Substitution">RE2's form: <c>\1</c> is the first group.</param>
public sealed record RegexRewrite(Re2 Match, string Substitution);
