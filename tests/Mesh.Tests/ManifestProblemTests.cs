using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class ManifestProblemTests
{
    [Fact]
    public void A_problem_knows_its_place_its_object_and_its_code()
    {
        var problem = Assert.Single(ProblemsOf("""
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: color, namespace: paint}
            spec:
              host: color-svc
              subset: []
            """));

        Assert.Equal(
            (6, 3, "DestinationRule", "paint", "color", ProblemCode.UnknownField, true),
            (problem.Line, problem.Column, problem.Kind, problem.Namespace, problem.Name, problem.Code,
                problem.IsError));
        Assert.Equal("there is no field 'subset' here; did you mean 'subsets'?", problem.Message);
    }

    [Theory]
    [InlineData("spec: {host: [a]}", "spec.host", 8, ProblemCode.WrongType)]
    [InlineData("spec: {}", "spec.host", 1, ProblemCode.Required)]
    [InlineData("spec: {host: a, subsets: [1]}", "spec.subsets[0]", 27, ProblemCode.WrongType)]
    [InlineData("spec: {host: a, host: b}", "spec.host", 17, ProblemCode.DuplicateKey)]
    [InlineData("spec: {host: a, colour: b}", "spec.colour", 17, ProblemCode.UnknownField)]
    [InlineData("status: {}", "spec", 1, ProblemCode.Required)]
    [InlineData("spec: [", "", 1, ProblemCode.Yaml)]
    public void Each_sort_of_mistake_has_its_code_and_column(string spec, string field, int column, string code)
    {
        var problem = Assert.Single(ProblemsOf($$"""
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: a}
            {{spec}}
            """));

        Assert.Equal((field, column, code), (problem.Field, problem.Column, problem.Code));
    }

    [Theory]
    [InlineData("creationTimestamp: yesterday", "metadata.creationTimestamp")]
    [InlineData("creationTimestamp: 2026-01-31", "metadata.creationTimestamp")]
    [InlineData("lables: {}", "metadata.lables")]
    [InlineData("labels: {version: 1}", "metadata.labels.version")]
    [InlineData("annotations: []", "metadata.annotations")]
    public void Wrong_metadata_is_an_error(string metadata, string field) =>
        Assert.Equal(field, Assert.Single(ProblemsOf(Rule(metadata))).Field);

    [Theory]
    [InlineData("creationTimestamp: 2026-01-31T12:00:00Z")]
    [InlineData("creationTimestamp: \"2026-01-31T12:00:00.5+01:00\"")]
    [InlineData("creationTimestamp: null, generateName: a-, uid: b, resourceVersion: \"7\", generation: 2")]
    [InlineData("labels: {a: b}, annotations: {c: d}, finalizers: [e], ownerReferences: [], managedFields: []")]
    public void What_a_cluster_writes_into_metadata_is_no_problem(string metadata) =>
        Assert.Empty(ProblemsOf(Rule(metadata)));

    [Fact]
    public void The_items_of_a_list_are_objects_of_their_own()
    {
        var problem = Assert.Single(ProblemsOf("""
            apiVersion: v1
            kind: List
            metadata: {resourceVersion: ""}
            items:
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
            - apiVersion: v1
              kind: ConfigMap
              metadata: {name: b}
              dada: {}
            """));

        Assert.Equal(("b", "dada", 9, 3), (problem.Name, problem.Field, problem.Line, problem.Column));
    }

    [Fact]
    public void All_wrong_types_of_a_Kubernetes_object_are_told()
    {
        var problems = ProblemsOf("""
            apiVersion: v1
            kind: Service
            metadata: {name: a}
            spec:
              selector: {app: 1}
              ports: [{port: "80"}, {port: 80.0, targetPort: http}, {port: 80.5}]
              externalIPs: one
            """);

        Assert.Equal(
            ["spec.selector.app", "spec.ports[0].port", "spec.ports[2].port", "spec.externalIPs"],
            problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Equal(ProblemCode.WrongType, problem.Code));
    }

    internal static IReadOnlyList<ManifestProblem> ProblemsOf(string yaml)
    {
        using var folder = new TemporaryFolder();
        return ManifestReader.Check([folder.Write("manifest.yaml", yaml)]).Problems;
    }

    private static string Rule(string metadata) => $$"""
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: a, {{metadata}}}
        spec: {host: a}
        """;
}
