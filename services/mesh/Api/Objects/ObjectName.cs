using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The names that new objects may have.</summary>
/// <remarks>Source: Kubernetes, "Object Names and IDs".</remarks>
internal static partial class ObjectName
{
    private const int LongestStem = 58;
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789"; // which spell no words

    public static string Generate(string stem) =>
        (stem.Length > LongestStem ? stem[..LongestStem] : stem) + RandomNumberGenerator.GetString(Letters, 5);

    /// <returns>What is wrong with it; null when it is good.</returns>
    public static string? ProblemOf(ApiResource resource, string name) => resource switch
    {
        _ when name.Length == 0 => "is required, or generateName",
        { Group: "rbac.authorization.k8s.io" } => name is "." or ".." || name.AsSpan().ContainsAny('/', '%')
            ? "must not be '.' or '..', nor have '/' or '%' in it"
            : null,
        { Group: "", Kind: "Namespace" } => Names.IsLabel(name)
            ? null
            : "must be at most 63 lower-case letters, digits and hyphens",
        { Group: "", Kind: "Service" } => name.Length <= 63 && ServicePattern.IsMatch(name)
            ? null
            : "must be at most 63 lower-case letters, digits and hyphens, and begin with a letter",
        _ => Names.IsSubdomain(name) ? null : "must be lower-case letters, digits, hyphens and dots",
    };

    [GeneratedRegex(@"\A[a-z]([a-z0-9-]*[a-z0-9])?\z")]
    private static partial Regex ServicePattern { get; }
}
