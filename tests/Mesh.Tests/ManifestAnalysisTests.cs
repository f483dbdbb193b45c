using System.Diagnostics;
using ColorDemo.Mesh.Analysis;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class ManifestAnalysisTests
{
    private const string OnlyCluster = "manifest";

    public static TheoryData<string> Findings => CaseFolder.Names("Findings");

    /// <summary>Each manifest has good neighbours of what is found in it.</summary>
    [Theory, MemberData(nameof(Findings))]
    public void Only_what_is_amiss_is_found(string name)
    {
        var folder = CaseFolder.Of("Findings", name);
        var clusters = Directory.EnumerateFiles(folder.Path, "*.yaml").Order(StringComparer.Ordinal).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file) is var cluster and not OnlyCluster ? cluster : "",
            file => ManifestReader.Read(file));

        var found = ManifestAnalysis.Of(clusters);

        Assert.All(found, problem => Assert.False(problem.IsError));
        folder.Expect(string.Concat(found.Select(problem =>
            $"{problem.Code} {problem}\n".Replace(folder.Path + Path.DirectorySeparatorChar, ""))));
    }

    [Theory, MemberData(nameof(Findings))]
    public void One_object_alone_misses_nothing(string name)
    {
        var folder = CaseFolder.Of("Findings", name);
        var objects = Directory.EnumerateFiles(folder.Path, "*.yaml")
            .SelectMany(file => ManifestReader.Read(file).Documents)
            .Where(document => document.Kind is not ("Service" or "ServiceEntry"));

        Assert.All(objects, document =>
        {
            var alone = ManifestReader.Interpret([document]);
            Assert.Empty(ManifestAnalysis.Of(new Dictionary<string, ManifestSet> { [""] = alone }));
        });
    }

    [Theory, InlineData("Accepted"), InlineData("Refusals"), InlineData("Cases")]
    public void Whatever_can_be_read_can_be_analysed(string kind) =>
        Assert.All(CaseFolder.Names(kind), name =>
        {
            var files = Directory.EnumerateFiles(CaseFolder.Of(kind, name.Data).Path, "*.yaml");
            var found = files.ToDictionary(
                file => Path.GetFileNameWithoutExtension(file), file => ManifestReader.Check([file]));
            var problems = found.Values.SelectMany(one => one.Problems).ToList();
            var clusters = found.ToDictionary(one => one.Key, one => one.Value.Manifests);

            Assert.All(ManifestAnalysis.Beside(problems, clusters), problem => Assert.NotEmpty(problem.Message));
        });

    [Fact]
    public void What_is_refused_is_not_missed_as_well()
    {
        var folder = CaseFolder.Of("Findings", "missing-host");
        var manifests = ManifestReader.Read(folder["manifest.yaml"]);
        var clusters = new Dictionary<string, ManifestSet> { [""] = manifests };
        var found = ManifestAnalysis.Of(clusters)[0];

        Assert.Contains(found, ManifestAnalysis.Beside([], clusters));
        Assert.DoesNotContain(found, ManifestAnalysis.Beside([found with { IsError = true, Line = 1 }], clusters));
        Assert.Empty(ManifestAnalysis.Beside([new("other.yaml", 1, "", "no YAML")], clusters));
    }

    [Fact]
    public void What_is_amiss_in_one_cluster_only_names_it()
    {
        var folder = CaseFolder.Of("Findings", "missing-subset");
        var all = ManifestReader.Read(folder["manifest.yaml"]);
        var fewer = ManifestReader.Interpret([.. all.Documents.Where(one => one.Name != "third")]);

        var found = ManifestAnalysis.Of(new Dictionary<string, ManifestSet> { ["armadillo"] = all, ["bison"] = fewer });
        var rules = fewer.Documents.Where(one => one is not { Kind: "DestinationRule", Name: "color-svc" });
        var without = ManifestReader.Interpret([.. rules]);
        var differing = ManifestAnalysis.Of(
            new Dictionary<string, ManifestSet> { ["armadillo"] = all, ["bison"] = without });

        Assert.DoesNotContain(found, problem => problem.Message.StartsWith("in ", StringComparison.Ordinal));
        Assert.Contains(differing, problem => problem.Message.StartsWith(
            "in bison: no DestinationRule defines subset 'blue'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_of_fields_makes_no_different_rule()
    {
        var yaml = File.ReadAllText(CaseFolder.Of("Findings", "rules-differ")["armadillo.yaml"]);
        var other = yaml.Replace("{connectionPool: {http: {http1MaxPendingRequests: 1}}}",
            "{outlierDetection: {consecutive5xxErrors: 1}, connectionPool: {http: {http1MaxPendingRequests: 1}}}");
        var same = yaml.Replace("{connectionPool: {http: {http1MaxPendingRequests: 1}}}",
            "{connectionPool: {http: {http1MaxPendingRequests: 1}}, outlierDetection: {consecutive5xxErrors: 1}}");

        Assert.Empty(ManifestAnalysis.Of(new Dictionary<string, ManifestSet>
        {
            ["armadillo"] = ManifestReaderTests.Read(other),
            ["bison"] = ManifestReaderTests.Read(same),
        }));
    }

    [Fact]
    public void Twice_a_thousand_VirtualServices_keep_nobody_waiting()
    {
        var manifests = ManifestReaderTests.Read(string.Join("\n---\n", Enumerable.Range(0, 1000).Select(Service)));
        var clusters = new Dictionary<string, ManifestSet> { ["armadillo"] = manifests, ["bison"] = manifests };
        var watch = Stopwatch.StartNew();

        Assert.Empty(ManifestAnalysis.Of(clusters));

        Assert.InRange(watch.ElapsedMilliseconds, 0, 3000);
    }

    private static string Service(int number) => $$$"""
        apiVersion: v1
        kind: Service
        metadata: {name: a{{{number}}}}
        spec: {selector: {app: a{{{number}}}}, ports: [{name: http, port: 80}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: a{{{number}}}}
        spec:
          selector: {matchLabels: {app: a{{{number}}}}}
          template:
            metadata: {labels: {app: a{{{number}}}, version: v1}}
            spec: {containers: [{name: a, image: a}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: a{{{number}}}}
        spec: {host: a{{{number}}}, subsets: [{name: v1, labels: {version: v1}}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a{{{number}}}}
        spec: {hosts: [a{{{number}}}], http: [{route: [{destination: {host: a{{{number}}}, subset: v1}}]}]}
        """;
}
