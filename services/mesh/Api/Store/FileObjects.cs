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

    /// <summary>What each cluster's files say, as they were read or saved last.</summary>
    public IReadOnlyDictionary<ObjectKey, ManifestDocument> Of(string cluster) => _read[cluster];

    /// <summary>
    /// An object of this cluster was written into its file: reading that again is no news, and must not undo what
    /// somebody wrote over the API since then.
    /// </summary>
    public void Saved(string cluster, ManifestDocument document) =>
        _read[cluster][ObjectKey.Of(document.Json)] = document;

    /// <param name="files">By cluster; each without errors.</param>
    /// <returns>What is new, not what it was, or gone, in any cluster.</returns>
    /// <exception cref="ManifestException">
    /// They would not go with what else is in a cluster; nothing has changed.
    /// </exception>
    public IReadOnlyList<ManifestDocument> Apply(IReadOnlyDictionary<string, ManifestSet> files)
    {
        var read = files.ToDictionary(
            one => one.Key,
            one => one.Value.Documents.ToDictionary(document => ObjectKey.Of(document.Json)));
        store.WriteAll((cluster, draft) => Apply(draft, _read.GetValueOrDefault(cluster, []), read[cluster]));
        var before = _read;
        _read = read;
        return [.. read.SelectMany(one => Changes(before.GetValueOrDefault(one.Key, []), one.Value))];
    }

    private static IEnumerable<ManifestDocument> Changes(
        Dictionary<ObjectKey, ManifestDocument> before, Dictionary<ObjectKey, ManifestDocument> now) =>
    [
        .. now.Where(one => IsNews(before, one.Key, one.Value)).Select(one => one.Value),
        .. before.Where(one => !now.ContainsKey(one.Key)).Select(one => one.Value),
    ];

    private static bool IsNews(
        Dictionary<ObjectKey, ManifestDocument> before, ObjectKey key, ManifestDocument document) =>
        !before.TryGetValue(key, out var old) || !JsonNode.DeepEquals(old.Json, document.Json);

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
            if (IsNews(before, key, document))
            {
                CreateNamespace(draft, key.Namespace);
                draft.Put(LastApplied.Note(document), WriterOf(document));
            }
            else if (draft.Find(key) is { } stored
                && JsonNode.DeepEquals(DeclaredObject.Of(stored.Json, document.Json), document.Json))
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
