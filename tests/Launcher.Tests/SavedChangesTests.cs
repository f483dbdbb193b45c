using System.Text.Json.Nodes;
using ColorDemo.Launcher.Saving;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Spectre.Console;

namespace ColorDemo.Launcher.Tests;

/// <summary>Which of a file's objects a change is written into.</summary>
public sealed class SavedChangesTests : IDisposable
{
    private const string Cluster = "armadillo";

    private const string TwoSpaces = """
        {apiVersion: v1, kind: ConfigMap, metadata: {name: tw}, data: {a: x}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: tw, namespace: color}, data: {a: x}}

        """;

    private const string TwoGroups = """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: gw, namespace: color}
        spec: {servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.test]}]}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: gw, namespace: color}
        spec: {gatewayClassName: istio, listeners: [{name: http, port: 81, protocol: HTTP}]}

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly StringWriter _told = new();
    private readonly MeshStore _store =
        new(new MeshState([new MeshCluster(Cluster, ManifestSet.Empty, [], "")]), [Cluster]);

    private readonly FileObjects _files;
    private readonly Report _report;

    public SavedChangesTests()
    {
        _files = new(_store);
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(_told), Ansi = AnsiSupport.No });
        console.Profile.Width = 500;
        _report = new(console, podLogs: false);
    }

    private string FilePath => Path.Combine(_folder.FullName, "things.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("color", "tw, namespace: color}, data: {a: x}", "tw, namespace: color}, data: {a: z}")]
    [InlineData("default", "tw}, data: {a: x}", "tw}, data: {a: z}")]
    public void Of_two_namesakes_the_one_in_the_namespace_is_changed(string space, string old, string changed)
    {
        UseFile(TwoSpaces);

        Change(new("", "ConfigMap", space, "tw"), json => json["data"]!["a"] = "z");

        AssertSaved(TwoSpaces.Replace(old, changed, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_namesakes_the_one_of_the_group_is_changed()
    {
        UseFile(TwoGroups);

        Change(
            new("gateway.networking.k8s.io", "Gateway", "color", "gw"),
            json => json["spec"]!["listeners"]![0]!["port"] = 82);

        AssertSaved(TwoGroups.Replace("port: 81", "port: 82", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tw")]
    [InlineData("tw, namespace: other")]
    public void A_namespace_that_a_kustomization_gives_is_not_written(string metadata)
    {
        var text = $"{{apiVersion: v1, kind: ConfigMap, metadata: {{name: {metadata}}}, data: {{a: x}}}}\n";
        File.WriteAllText(
            Path.Combine(_folder.FullName, "kustomization.yaml"), "namespace: color\nresources: [things.yaml]\n");
        UseFile(text);

        Change(new("", "ConfigMap", "color", "tw"), json => json["data"]!["a"] = "z");

        AssertSaved(text.Replace("a: x", "a: z", StringComparison.Ordinal));
    }

    [Fact]
    public void An_object_that_has_left_its_namespace_in_the_file_is_another_one()
    {
        const string Text = "{apiVersion: v1, kind: ConfigMap, metadata: {name: tw}, data: {a: x}}\n";
        UseFile(TwoSpaces);
        File.WriteAllText(FilePath, Text);

        Change(new("", "ConfigMap", "color", "tw"), json => json["data"]!["a"] = "z");

        Assert.Equal(Text, File.ReadAllText(FilePath));
        Assert.Contains("the file was changed meanwhile", _told.ToString());
    }

    [Fact]
    public void Lines_may_have_moved_since_the_file_was_read()
    {
        UseFile(TwoSpaces);
        var moved = $"# see below\n{{apiVersion: v1, kind: ConfigMap, metadata: {{name: new}}}}\n---\n{TwoSpaces}";
        File.WriteAllText(FilePath, moved);

        Change(new("", "ConfigMap", "color", "tw"), json => json["data"]!["a"] = "z");

        AssertSaved(moved.Replace("color}, data: {a: x}", "color}, data: {a: z}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_byte_order_mark_stays()
    {
        UseFile($"\ufeff{TwoSpaces}");

        Change(new("", "ConfigMap", "default", "tw"), json => json["data"]!["a"] = "z");

        AssertSaved($"\ufeff{TwoSpaces.Replace("tw}, data: {a: x}", "tw}, data: {a: z}", StringComparison.Ordinal)}");
    }

    private void UseFile(string text)
    {
        File.WriteAllText(FilePath, text);
        _files.Apply(new Dictionary<string, ManifestSet> { [Cluster] = ManifestReader.Read(_folder.FullName) });
    }

    private void Change(ObjectKey key, Action<JsonObject> change)
    {
        var json = _store.StateOf(Cluster).Find(key)!.Json.DeepClone().AsObject();
        change(json);
        _store.Write(Cluster, draft => draft.Put(
            new("", new(1, 1), json, new Dictionary<string, Position>()), new("kubectl-edit")));
        new SavedChanges(_store, _files, _report).Save(Cluster, key);
    }

    private void AssertSaved(string text)
    {
        Assert.StartsWith("saved ", _told.ToString());
        Assert.Equal(text, SavedFile.Read(FilePath));
    }
}
