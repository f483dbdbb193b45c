namespace ColorDemo.EndToEnd.Tests;

/// <summary>A copy of the shipped manifests that a test may change.</summary>
internal sealed class EditableManifests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public EditableManifests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Manifests, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.Manifests, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => _folder.FullName;

    public string SplitFile => System.IO.Path.Combine(Path, "mesh", "virtual-service.yaml");

    public string Deployment => System.IO.Path.Combine(Path, "base", "color-svc", "deployment.yaml");

    /// <summary>What armadillo's pods are set to, besides their name.</summary>
    public string ArmadilloColors => System.IO.Path.Combine(Path, "clusters", "armadillo", "config-map.yaml");

    public static void Edit(string file, string old, string replacement) =>
        Edit(file, text => text.Replace(old, replacement, StringComparison.Ordinal));

    public static void Edit(string file, Func<string, string> change)
    {
        var before = File.ReadAllText(file);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(file, after);
    }

    /// <summary>What a person does in an editor: 80/20 becomes 20/80.</summary>
    public void SwapWeights() => Edit(SplitFile, text => text
        .Replace("weight: 80", "weight: X", StringComparison.Ordinal)
        .Replace("weight: 20", "weight: 80", StringComparison.Ordinal)
        .Replace("weight: X", "weight: 20", StringComparison.Ordinal));

    public void Dispose() => _folder.Delete(recursive: true);
}
