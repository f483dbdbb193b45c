using System.Reflection;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Manifests.Tests;

/// <summary>The manifests that ship.</summary>
internal static class Manifests
{
    public static string Root { get; } = Path.GetFullPath(typeof(Manifests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Manifests").Value!);

    /// <summary>
    /// Everything that <c>kubectl apply -k</c> can be pointed at and the mesh can read, for example
    /// <c>clusters/bison</c>. What watches the service is none of the mesh's business, and has tests of its own.
    /// </summary>
    public static TheoryData<string> Kustomizations =>
        [.. Directory.EnumerateFiles(Root, "kustomization.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!))
            .Where(folder => !folder.StartsWith("observability", StringComparison.Ordinal))
            .Order()];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file)).Order()];

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static ManifestSet Read(params string[] layers) => ManifestReader.Read([.. layers.Select(PathOf)]);
}
