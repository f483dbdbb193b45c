using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>The forms of names that Kubernetes and Istio accept.</summary>
internal static partial class Names
{
    /// <summary>A DNS-1123 label: 1 to 63 lower-case letters, digits and inner hyphens.</summary>
    public static bool IsLabel(string text) => text.Length <= 63 && LabelPattern.IsMatch(text);

    /// <summary>The same with capitals, which Istio lets pass where Kubernetes does not look.</summary>
    public static bool IsLabelInAnyCase(string text) => IsLabel(text.ToLowerInvariant());

    /// <summary>A DNS-1123 subdomain of at most 253 characters: the name of most objects.</summary>
    public static bool IsSubdomain(string text) => text.Length <= 253 && text.Split('.').All(IsLabel);

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]*[a-z0-9])?\z")]
    private static partial Regex LabelPattern { get; }
}
