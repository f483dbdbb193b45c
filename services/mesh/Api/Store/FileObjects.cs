using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Writes manifest files into the store, as somebody would who applies a file whenever it is saved.</summary>
/// <remarks>
/// Only what changed in the files is written: an object that kubectl changed stays so until its file changes. The last
/// writer wins.
/// </remarks>
public sealed class FileObjects(MeshStore store)
{
    private Dictionary<string, Dictionary<ObjectKey, ManifestDocument>> _read = [];

    /// <summary>What each cluster's files say, as they were read last.</summary>
    public IReadOnlyDictionary<ObjectKey, ManifestDocument> Of(string cluster) => _read[cluster];

    /// <param name="files">By cluster; each without errors.</param>
    /// <exception cref="ManifestException">
    /// They would not go with what else is in a cluster; nothing has changed.
    /// </exception>
    public void Apply(IReadOnlyDictionary<string, ManifestSet> files)
    {
        var read = files.ToDictionary(
            one => one.Key,
            one => one.Value.Documents.ToDictionary(document => ObjectKey.Of(document.Json)));
        store.WriteAll((cluster, draft) => Apply(draft, _read.GetValueOrDefault(cluster, []), read[cluster]));
        _read = read;
    }

    private static void Apply(
        StoreDraft draft,
        Dictionary<ObjectKey, ManifestDocument> before,
        Dictionary<ObjectKey, ManifestDocument> now)
    {
        foreach (var (gone, document) in before.Where(one => !now.ContainsKey(one.Key)))
        {
            draft.Remove(gone, WriterOf(document));
        }

        foreach (var (key, document) in now)
        {
            if (!before.TryGetValue(key, out var old) || !JsonNode.DeepEquals(old.Json, document.Json))
            {
                CreateNamespace(draft, key.Namespace);
                draft.Put(LastApplied.Note(document), WriterOf(document));
            }
            else if (draft.Find(key) is { } stored && stored.Origin == WriterOf(old).Name)
            {
                draft.Put(LastApplied.Note(document), WriterOf(document)); // its lines may have moved
            }
        }
    }

    private static void CreateNamespace(StoreDraft draft, string name)
    {
        if (name.Length > 0 && draft.Find(new("", "Namespace", "", name)) is null)
        {
            draft.Put(BuiltInNamespaces.DocumentOf(name), Writer.Cluster);
        }
    }

    private static Writer WriterOf(ManifestDocument document) =>
        new($"{document.File}:{document.Line}") { IsFile = true };
}
