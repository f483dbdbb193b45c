using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>The names that objects may have, each by its kind.</summary>
/// <remarks>Source: Kubernetes, "Object Names and IDs".</remarks>
internal static partial class ObjectNames
{
    /// <param name="group">Of the API, for example <c>apps</c>; empty for <c>v1</c>.</param>
    /// <returns>What is wrong with it; null when it is good.</returns>
    public static string? ProblemOf(string group, string kind, string name) => (group, kind) switch
    {
        ("rbac.authorization.k8s.io", _) => name is "." or ".." || name.AsSpan().ContainsAny('/', '%')
            ? "must not be '.' or '..', nor have '/' or '%' in it"
            : null,
        ("", "Namespace") => Names.IsLabel(name)
            ? null
            : "must be at most 63 lower-case letters, digits and hyphens",
        ("", "Service") => name.Length <= 63 && ServicePattern.IsMatch(name)
            ? null
            : "must be at most 63 lower-case letters, digits and hyphens, and begin with a letter",
        _ => Names.IsSubdomain(name) ? null : "must be lower-case letters, digits, hyphens and dots",
    };

    [GeneratedRegex(@"\A[a-z]([a-z0-9-]*[a-z0-9])?\z")]
    private static partial Regex ServicePattern { get; }
}
