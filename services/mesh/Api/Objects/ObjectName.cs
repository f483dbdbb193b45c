using System.Security.Cryptography;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The names that new objects may have.</summary>
internal static class ObjectName
{
    private const int LongestStem = 58;
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789"; // which spell no words

    public static string Generate(string stem) =>
        (stem.Length > LongestStem ? stem[..LongestStem] : stem) + RandomNumberGenerator.GetString(Letters, 5);

    /// <returns>What is wrong with it; null when it is good.</returns>
    public static string? ProblemOf(ApiResource resource, string name) => name.Length == 0
        ? "is required, or generateName"
        : ObjectNames.ProblemOf(resource.Group, resource.Kind, name);
}
