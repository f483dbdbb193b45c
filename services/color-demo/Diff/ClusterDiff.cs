using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher.Diff;

/// <summary>What differs between the files of a cluster and what runs in it.</summary>
internal static class ClusterDiff
{
    /// <returns>A unified diff for each object that differs.</returns>
    public static IEnumerable<IReadOnlyList<string>> Of(
        string cluster, ManifestSet files, IReadOnlyDictionary<ObjectKey, JsonObject> live)
    {
        var declared = files.Documents.ToDictionary(document => ObjectKey.Of(document.Json));
        foreach (var key in declared.Keys.Union(live.Keys).Order(ObjectKey.ListOrder))
        {
            var document = declared.GetValueOrDefault(key);
            var running = live.GetValueOrDefault(key);
            var lines = ObjectDiff.Of(
                document is null ? "(in no file)" : $"{document.File}:{document.Line}",
                document?.Json,
                running is null ? $"{cluster} {key} (deleted)" : $"{cluster} {key} ({OriginOf(running)})",
                running is null ? null : DeclaredObject.Of(running, document?.Json));
            if (lines is not null && IsServed(key))
            {
                yield return lines;
            }
        }
    }

    /// <summary>A file may have objects of kinds that the local API does not know, and so cannot show.</summary>
    private static bool IsServed(ObjectKey key) =>
        ApiResources.All.Any(one => one.Group == key.Group && one.Kind == key.Kind);

    private static string? OriginOf(JsonObject running) =>
        (string?)running["metadata"]?["annotations"]?[ServerMetadata.OriginAnnotation];
}
