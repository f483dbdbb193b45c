using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>The names that ports may have.</summary>
internal static partial class PortNames
{
    /// <summary>Of a container's port: at most 15 characters, as in the registry of port names.</summary>
    /// <remarks>Source: RFC 6335 section 5.1; Kubernetes does not allow capitals.</remarks>
    public static bool IsForContainer(string name) =>
        name.Length <= 15 && Names.IsLabel(name) && !name.Contains("--") && LetterPattern.IsMatch(name);

    [GeneratedRegex("[a-z]")]
    private static partial Regex LetterPattern { get; }
}
