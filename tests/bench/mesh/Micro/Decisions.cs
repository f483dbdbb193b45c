using BenchmarkDotNet.Attributes;
using ColorDemo.ColorService.Bench;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Bench.Micro;

/// <summary>Which of 1,000 rules a request takes.</summary>
[MemoryDiagnoser]
public class Decisions
{
    private RouteTable? _table;
    private MeshRequest _exact;
    private MeshRequest _prefix;
    private MeshRequest _miss;

    [GlobalSetup]
    public void Read()
    {
        using var work = new WorkFolder();
        _table = ManyRules.Table(ManifestReader.Read(work.Write("manifests.yaml", ManyRules.Manifests(1000))));
        _exact = Ask("/teams/998/colors");
        _prefix = Ask("/teams/999/colors/of/the/team");
        _miss = Ask("/teams/1000/colors/of/the/team");
        if (_table.Match(_exact) is null || _table.Match(_prefix) is null || _table.Match(_miss) is not null)
        {
            throw new BenchException("The table does not decide as it should.");
        }
    }

    [Benchmark]
    public MeshRoute? Exact() => _table!.Match(_exact);

    [Benchmark]
    public MeshRoute? Prefix() => _table!.Match(_prefix);

    [Benchmark]
    public MeshRoute? Miss() => _table!.Match(_miss);

    private static MeshRequest Ask(string path)
    {
        var headers = new HeaderDictionary
        {
            ["host"] = "color.example.com",
            ["user-agent"] = "bench",
            ["accept"] = "*/*",
        };
        return new("GET", "http", "color.example.com:32011", path, "?fmt=json", headers);
    }
}
