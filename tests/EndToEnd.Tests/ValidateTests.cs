namespace ColorDemo.EndToEnd.Tests;

public class ValidateTests
{
    private const string NoSimulation = """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: all, namespace: color}
        spec: {}
        """;

    private const string Misspelt = """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: color, namespace: paint}
        spec:
          host: color-svc
          subset: []
        """;

    public static TheoryData<string> Kustomizations =>
    [
        .. Directory.EnumerateFiles(Repository.Manifests, "kustomization.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!)),
    ];

    [Theory, MemberData(nameof(Kustomizations))]
    public async Task Every_shipped_kustomization_is_clean(string folder)
    {
        var run = await Launcher.RunAsync("", "validate", folder);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"\A[0-9]+ objects? in [0-9]+ files?: no problems\s+\z", run.Output);
    }

    [Fact]
    public async Task A_person_gets_a_line_for_each_problem_and_a_summary()
    {
        var run = await Launcher.RunAsync($"{Misspelt}\n---\n{NoSimulation}", "validate", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            -:6: spec.subset: there is no field 'subset' here; did you mean 'subsets'?
            -:9: kind: warning: Sidecar is accepted, the mesh here does not simulate it
            What refers to something that is refused is looked at once that is mended.
            2 objects in 1 file: 1 error, 1 warning

            """,
            run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_program_gets_an_array_and_nothing_else()
    {
        var run = await Launcher.RunAsync(Misspelt, "validate", "--output", "json", "-");

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            """
            [
              {
                "file": "-",
                "line": 6,
                "column": 3,
                "severity": "error",
                "kind": "DestinationRule",
                "name": "color",
                "field": "spec.subset",
                "message": "there is no field 'subset' here; did you mean 'subsets'?",
                "code": "UnknownField"
              }
            ]

            """,
            run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Without_problems_the_array_is_empty()
    {
        var run = await Launcher.RunAsync("", "validate", "manifests/mesh", "--output", "json");

        Assert.Equal((0, "[]"), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task Warnings_alone_are_no_failure()
    {
        var run = await Launcher.RunAsync(NoSimulation, "validate", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("1 object in 1 file: 1 warning", run.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_that_two_clusters_share_is_told_once()
    {
        using var manifests = new EditableManifests();
        EditableManifests.Edit(manifests.Deployment, "replicas:", "replica:");

        var run = await Launcher.RunAsync(
            "", "validate",
            $"armadillo={manifests.Path}/clusters/armadillo", $"bison={manifests.Path}/clusters/bison");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("spec.replica: there is no field 'replica' here; did you mean 'replicas'?", run.Output);
        Assert.EndsWith(": 1 error", run.Output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Required argument missing")]
    [InlineData("There is no option --outptu", "manifests/mesh", "--outptu", "json")]
    [InlineData("'xml' not recognized", "manifests/mesh", "--output", "xml")]
    [InlineData("nowhere.yaml: there is no such file or folder", "manifests/mesh", "nowhere.yaml")]
    [InlineData("Either every path has a cluster", "bison=manifests/mesh", "manifests/mesh")]
    [InlineData("Standard input (-) can be read once only", "-", "-")]
    public async Task Wrong_usage_is_told_apart_from_wrong_manifests(string told, params string[] arguments)
    {
        var run = await Launcher.RunAsync("", ["validate", .. arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(told, run.Errors);
    }

    [Fact]
    public async Task Help_teaches_by_example()
    {
        var run = await Launcher.RunAsync("", "validate", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("color-demo validate manifests/mesh", run.Output);
    }
}
