using System.Diagnostics;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Tests;

namespace ColorDemo.Manifests.Tests;

public class ReadingTests
{
    private const int LongestFile = 80;

    public static TheoryData<string> Kustomizations => Manifests.Kustomizations;

    public static TheoryData<string> Files => Manifests.Files;

    [Theory, MemberData(nameof(Kustomizations))]
    public void The_mesh_reads_it_without_an_error_or_a_warning(string kustomization) =>
        Assert.Empty(Manifests.Read(kustomization).Warnings);

    [Theory, MemberData(nameof(Kustomizations))]
    public async Task What_kubectl_renders_is_what_the_mesh_reads(string kustomization)
    {
        var rendered = Path.GetTempFileName();
        await File.WriteAllTextAsync(rendered, await RenderAsync(kustomization), TestContext.Current.CancellationToken);

        var theirs = ManifestReader.Read(rendered).Documents.ToDictionary(one => one.Identity, one => one.Json);
        var ours = Manifests.Read(kustomization).Documents.ToDictionary(one => one.Identity, one => one.Json);

        File.Delete(rendered);
        Assert.Equal(ours.Keys.Order(), theirs.Keys.Order());
        Assert.All(ours,
            one => Assert.True(JsonNode.DeepEquals(one.Value, theirs[one.Key]), $"{one.Key}: {theirs[one.Key]}"));
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_file_is_short(string file) =>
        Assert.InRange(File.ReadAllLines(Manifests.PathOf(file)).Length, 1, LongestFile);

    private static async Task<string> RenderAsync(string kustomization)
    {
        using var kubectl = Process.Start(
            new ProcessStartInfo(Tools.Kubectl, ["kustomize", Manifests.PathOf(kustomization)])
            {
                RedirectStandardOutput = true,
            })!;
        var rendered = await kubectl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kubectl.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kubectl.ExitCode);
        return rendered;
    }
}
