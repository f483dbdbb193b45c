using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.Api;

public class FileObjectsTests
{
    private readonly TestStore _store = new();

    [Fact]
    public void Reading_what_was_saved_keeps_what_somebody_wrote_since_then()
    {
        _store.UseFile(TestStore.Split(80, 20));
        _store.Put(TestStore.Split(50, 50));
        _store.Files.Saved(TestStore.Cluster, TestStore.Document(TestStore.Split(50, 50)));
        _store.Put(TestStore.Split(10, 90));

        var news = Read(TestStore.Split(50, 50));

        Assert.Empty(news);
        Assert.Equal([10, 90], _store.Weights);
    }

    [Fact]
    public void What_was_saved_comes_from_its_file_again()
    {
        _store.UseFile(TestStore.Split(80, 20));
        _store.Put(TestStore.Split(50, 50));
        _store.Files.Saved(TestStore.Cluster, TestStore.Document(TestStore.Split(50, 50)));
        Assert.Equal(TestStore.Kubectl.Name, _store.Now.Find(TestStore.Color)!.Origin);

        Read(TestStore.Split(50, 50));

        Assert.EndsWith(":1", _store.Now.Find(TestStore.Color)!.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_tells_what_is_new_changed_or_gone()
    {
        const string Namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: a}}";
        const string Other = "{apiVersion: v1, kind: Namespace, metadata: {name: b}}";
        Assert.Equal(["a", "color"], Names(Read($"{Namespace}\n---\n{TestStore.Split(80, 20)}")));

        Assert.Empty(Read($"# moved\n{Namespace}\n---\n{TestStore.Split(80, 20)}"));
        Assert.Equal(["color"], Names(Read($"{Namespace}\n---\n{TestStore.Split(70, 30)}")));
        Assert.Equal(["a", "b"], Names(Read($"{Other}\n---\n{TestStore.Split(70, 30)}")));
    }

    private static IEnumerable<string> Names(IEnumerable<ManifestDocument> documents) =>
        documents.Select(one => one.Name).Order();

    private IReadOnlyList<ManifestDocument> Read(string yaml) => _store.Files.Apply(
        new Dictionary<string, ManifestSet> { [TestStore.Cluster] = ManifestReaderTests.Read(yaml) });
}
