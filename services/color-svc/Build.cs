using System.Reflection;

namespace ColorDemo.ColorService;

/// <summary>What was built, unlike <see cref="Identity"/>, which is where it runs.</summary>
internal static class Build
{
    private static readonly string[] Parts =
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+', 2);

    public static string Version => Parts[0];

    /// <summary>The commit; <c>unknown</c> when it was built outside a git clone and not told.</summary>
    public static string Revision => Parts.Length > 1 ? Parts[1] : "unknown";
}
