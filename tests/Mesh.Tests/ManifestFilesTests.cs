using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class ManifestFilesTests
{
    private const string Comment = "# later\n";

    [Fact]
    public void A_folder_is_its_yaml_and_json_files_without_those_of_inner_folders()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", ConfigMap("a"));
        folder.Write("b.yml", ConfigMap("b"));
        folder.Write("c.json", """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}}""");
        folder.Write("README.md", "not YAML: [");
        Directory.CreateDirectory(Path.Combine(folder.Path, "inner"));
        folder.Write(Path.Combine("inner", "d.yaml"), ConfigMap("d"));

        Assert.Equal(["a", "b", "c"], ManifestReader.Read(folder.Path).ConfigMaps.Select(one => one.Metadata.Name));
    }

    [Fact]
    public void A_file_may_hold_only_comments_when_it_is_one_of_several()
    {
        using var folder = new TemporaryFolder();
        var comment = folder.Write("a.yaml", Comment);
        folder.Write("b.yaml", ConfigMap("b"));

        Assert.Single(ManifestReader.Read(folder.Path).ConfigMaps);
        Assert.Equal(ProblemCode.File, Assert.Single(ManifestReader.Check([comment]).Problems).Code);
    }

    [Fact]
    public void An_empty_file_is_an_error_because_it_may_be_half_saved()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", "");
        folder.Write("b.yaml", ConfigMap("b"));

        Assert.EndsWith("a.yaml", Assert.Single(ManifestReader.Check([folder.Path]).Problems).File);
    }

    [Fact]
    public void A_kustomization_makes_config_maps_and_sets_the_namespace()
    {
        using var folder = new TemporaryFolder();
        folder.Write("settings.txt", "red");
        folder.Write("a.yaml", ConfigMap("a"));
        folder.Write("kustomization.yaml", """
            namespace: paint
            resources: [a.yaml]
            configMapGenerator:
            - name: made
              files: [settings.txt, other=settings.txt]
              literals: [a=b=c]
            generatorOptions: {disableNameSuffixHash: true}
            """);

        var maps = ManifestReader.Read(folder.Path).ConfigMaps;

        Assert.Equal(
            ["paint/a", "paint/made"],
            maps.Select(one => $"{one.Metadata.NamespaceProperty}/{one.Metadata.Name}"));
        Assert.Equal(("red", "red", "b=c"), (maps[1].Data["settings.txt"], maps[1].Data["other"], maps[1].Data["a"]));
    }

    [Fact]
    public void A_file_that_a_generator_misses_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("kustomization.yaml", "configMapGenerator:\n- name: a\n  files: [nowhere.txt]\n");

        var problem = Assert.Single(ManifestReader.Check([file]).Problems);

        Assert.Equal((3, "configMapGenerator[0].files"), (problem.Line, problem.Field));
    }

    [Fact]
    public void An_object_that_a_later_path_replaces_is_checked_all_the_same()
    {
        using var folder = new TemporaryFolder();
        var wrong = folder.Write("a.yaml", $"{ConfigMap("a")}dada: {{}}\n");
        var right = folder.Write("b.yaml", ConfigMap("a"));

        Assert.Equal("dada", Assert.Single(ManifestReader.Check([wrong, right]).Problems).Field);
        Assert.Single(ManifestReader.Read(wrong, right).ConfigMaps);
    }

    private static string ConfigMap(string name) =>
        $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}}}\n";
}
