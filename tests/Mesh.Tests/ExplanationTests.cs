using ColorDemo.Mesh.Explain;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Tests;

/// <summary>Requests and what becomes of them: the name of each request is a claim about Istio.</summary>
public class ExplanationTests
{
    public static TheoryData<string> Cases => CaseFolder.Names("Explanations");

    [Theory, MemberData(nameof(Cases))]
    public void Requests_go_where_Istio_sends_them(string name)
    {
        var folder = CaseFolder.Of("Explanations", name);
        var explainer = new Explainer(ClustersOf(folder));
        var requests = File.ReadAllText(folder["requests.json"]);
        var questions = ExplainJson.Read(requests, "requests.json", TextWriter.Null);

        folder.Expect(ExplainJson.Write([.. questions.Select(explainer.Explain)]) + "\n", "expected.json");
    }

    private static IReadOnlyList<MeshCluster> ClustersOf(CaseFolder folder)
    {
        var options = File.Exists(folder["options.txt"]) ? File.ReadAllLines(folder["options.txt"]) : [];
        return
        [
            .. from file in Directory.EnumerateFiles(folder.Path, "*.yaml").Order(StringComparer.Ordinal)
               let cluster = Path.GetFileNameWithoutExtension(file)
               select new DeclaredCluster(
                   cluster,
                   Values($"--network {cluster}=").LastOrDefault(),
                   Values($"--locality {cluster}=").LastOrDefault(),
                   [.. Values("--unhealthy ").Select(one => one.Split('@')).Where(one => one[1] == cluster)
                       .Select(one => one[0])])
                   .With(Manifests(file)),
        ];

        IEnumerable<string> Values(string option) => options
            .Where(line => line.StartsWith(option, StringComparison.Ordinal))
            .Select(line => line[option.Length..]);
    }

    private static ManifestSet Manifests(string file)
    {
        var findings = ManifestReader.Check([file]);
        Assert.DoesNotContain(findings.Problems, problem => problem.IsError);
        return findings.Manifests;
    }
}
