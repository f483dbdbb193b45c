using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class ManifestReaderTests
{
    public static TheoryData<string> Accepted => CaseFolder.Names("Accepted");

    public static TheoryData<string> Refusals => CaseFolder.Names("Refusals");

    [Theory, MemberData(nameof(Refusals))]
    public void A_wrong_manifest_is_refused_with_every_problem_and_its_line(string name)
    {
        var folder = CaseFolder.Of("Refusals", name);

        var refused = Assert.Throws<ManifestException>(() => ManifestReader.Read(folder["manifest.yaml"]));

        folder.Expect(TextOf(refused.Problems));
    }

    [Theory, MemberData(nameof(Accepted))]
    public void What_Istio_accepts_is_accepted_and_only_warned_about(string name)
    {
        var folder = CaseFolder.Of("Accepted", name);

        folder.Expect(TextOf(ManifestReader.Read(folder["manifest.yaml"]).Warnings));
    }

    [Fact]
    public void A_field_that_the_mesh_does_not_simulate_is_a_warning_that_names_it()
    {
        var manifests = Read("""
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: color}
            spec:
              hosts: [color.example]
              http:
              - retries: {attempts: 1, retryRemoteLocalities: true}
                route: [{destination: {host: color-svc}}]
            """);

        var warning = Assert.Single(manifests.Warnings);
        Assert.Equal(
            (7, "spec.http[0].retries.retryRemoteLocalities", false), (warning.Line, warning.Field, warning.IsError));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal(
            "nowhere.yaml:1: there is no such file or folder",
            RefusalOf("nowhere.yaml"));

    [Fact]
    public void An_object_of_a_later_layer_replaces_the_same_object_of_an_earlier_one()
    {
        using var folder = new TemporaryFolder();
        var before = folder.Write("before.yaml", ConfigMap("old"));
        var after = folder.Write("after.yaml", ConfigMap("new"));

        Assert.Equal("new", Assert.Single(ManifestReader.Read(before, after).ConfigMaps).Data["value"]);
    }

    [Fact]
    public void The_same_object_twice_in_one_layer_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", ConfigMap("one"));
        folder.Write("b.yaml", ConfigMap("two"));

        Assert.Contains("stands at", RefusalOf(folder.Path));
    }

    [Fact]
    public void A_kustomization_that_includes_itself_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kustomization.yaml", "resources: [., ./, .]");

        Assert.Contains("included twice", RefusalOf(folder.Path));
    }

    [Fact]
    public void What_kustomize_could_do_besides_resources_is_refused_instead_of_passed_over()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kustomization.yaml", "resources: [a.yaml]\nnamePrefix: my-\n");
        folder.Write("a.yaml", ConfigMap("one"));

        Assert.Contains("kustomization.yaml:2: namePrefix", RefusalOf(folder.Path));
    }

    internal static ManifestSet Read(string yaml)
    {
        using var folder = new TemporaryFolder();
        return ManifestReader.Read(folder.Write("manifest.yaml", yaml));
    }

    private static string TextOf(IEnumerable<ManifestProblem> problems) => string.Concat(
        problems.Select(problem => $"{problem with { File = Path.GetFileName(problem.File) }}\n"));

    private static string RefusalOf(string path) =>
        Assert.Throws<ManifestException>(() => ManifestReader.Read(path)).Message;

    private static string ConfigMap(string value) => $$"""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {value: {{value}}}
        """;
}
