using ColorDemo.Mesh.Analysis;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Manifests.Tests;

public class AnalysisTests
{
    private static readonly string[] Clusters = ["armadillo", "bison"];

    public static TheoryData<string> Scenarios => ScenarioTests.Scenarios;

    public static TheoryData<string> Kustomizations => Manifests.Kustomizations;

    [Theory, MemberData(nameof(Scenarios))]
    public void Nothing_is_amiss_between_the_objects_of_a_scenario(string scenario) =>
        Assert.Empty(ManifestAnalysis.Of(Clusters.ToDictionary(
            cluster => cluster, cluster => Manifests.Read($"clusters/{cluster}", $"scenarios/{scenario}"))));

    [Fact]
    public void Nothing_is_amiss_between_the_clusters_that_ship() =>
        Assert.Empty(ManifestAnalysis.Of(Clusters.ToDictionary(
            cluster => cluster, cluster => Manifests.Read($"clusters/{cluster}"))));

    [Theory, MemberData(nameof(Kustomizations))]
    public void Nothing_is_amiss_in_a_part_alone(string kustomization) =>
        Assert.Empty(ManifestAnalysis.Of(
            new Dictionary<string, ManifestSet> { [""] = Manifests.Read(kustomization) }));
}
