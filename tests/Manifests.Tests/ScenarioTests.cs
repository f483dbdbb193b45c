using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Manifests.Tests;

public class ScenarioTests
{
    public static TheoryData<string> Scenarios =>
        [.. Directory.EnumerateDirectories(Manifests.PathOf("scenarios"))
            .Select(folder => Path.GetFileName(folder)!)
            .Order()];

    [Theory]
    [InlineData("split-80-20", "armadillo 80, bison 20")]
    [InlineData("split-50-50", "armadillo 50, bison 50")]
    [InlineData("all-armadillo", "armadillo 100")]
    [InlineData("all-bison", "bison 100")]
    [InlineData("abort-half", "armadillo 80, bison 20, but 50 % are aborted with 400")]
    [InlineData("header-canary", "armadillo 100")]
    [InlineData("header-canary", "bison 100", "canary")]
    public void A_scenario_declares_what_its_name_says(string scenario, string declared, string? user = null)
    {
        foreach (var cluster in (string[])["clusters/armadillo", "clusters/bison"])
        {
            Assert.Equal(declared, Declared(Manifests.Read(cluster, $"scenarios/{scenario}"), user));
        }
    }

    [Theory, MemberData(nameof(Scenarios))]
    public void A_scenario_replaces_the_split_and_nothing_else(string scenario) =>
        Assert.Equal(
            Identities("clusters/armadillo"),
            Identities("clusters/armadillo", $"scenarios/{scenario}"));

    [Fact]
    public void The_scenario_split_80_20_is_what_ships()
    {
        var shipped = Manifests.Read("mesh/virtual-service.yaml").Documents.Single().Json;
        var scenario = Manifests.Read("scenarios/split-80-20").Documents.Single().Json;

        Assert.True(JsonNode.DeepEquals(shipped, scenario));
    }

    private static IEnumerable<string> Identities(params string[] layers) =>
        Manifests.Read(layers).Documents.Select(one => one.Identity).Order();

    private static string Declared(ManifestSet manifests, string? user)
    {
        var cluster = new MeshCluster("armadillo", manifests, [], "");
        var headers = new HeaderDictionary();
        if (user is not null)
        {
            headers["x-user"] = user;
        }

        var table = ClusterRouting.Of([cluster])[0].Ingress()!;
        var route = table.Match(new("GET", "http", "localhost", "/random", "", headers))!;
        var split = ((ForwardAction)route.Action!).Split;
        var shares = split.Destinations.Select(one => $"{one.Subset} {split.PercentOf(one)}");
        return string.Join(", ", shares)
            + (route.Fault?.Abort is { } abort ? $", but {abort.Percent} % are aborted with {abort.Status}" : "");
    }
}
