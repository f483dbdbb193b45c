using System.Reflection;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>Where the project and its built programs lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("Repository"));

    public static string Manifests => Path.Combine(Root, "manifests");

    public static string Launcher => Path.Combine(
        Root, ".artifacts", "bin", "ColorDemo.Launcher",
        Metadata("Configuration").ToLowerInvariant(), "color-demo.dll");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
