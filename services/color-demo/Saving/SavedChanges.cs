using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher.Saving;

/// <summary>Writes what somebody changed over the API back to the file that the object came from.</summary>
/// <remarks>
/// The file is read again after that, as if an editor had saved it: where both clusters read it, both then have the
/// change.
/// </remarks>
internal sealed class SavedChanges(MeshStore store, FileObjects files, Report report)
{
    public void Save(string cluster, ObjectKey key)
    {
        try
        {
            Save(cluster, key, store.StateOf(cluster).Find(key));
        }
        catch (CannotSaveException cannot)
        {
            report.NotSaved($"{cluster}: {key} is not saved: {cannot.Message}");
        }
        catch (Exception defect)
        {
            // Whatever is in the file, the demo goes on, and the file stays as it is.
            report.Error($"color-demo has a defect, and {key} is not saved: {defect}");
        }
    }

    private void Save(string cluster, ObjectKey key, StoredObject? stored)
    {
        if (!files.Of(cluster).TryGetValue(key, out var document))
        {
            if (stored is not null)
            {
                report.NotSaved($"{cluster}: {key} is in no file, and so is not saved; color-demo diff prints it");
            }
        }
        else if (stored is null)
        {
            report.NotSaved($"{cluster}: {key} stays in its file: {document.File}:{document.Line}. "
                + "Take it out there as well, or it is back at the next start");
        }
        else
        {
            var text = SavedFile.Read(document.File);
            var now = NowIn(document, text).Json;
            var wanted = DeclaredObject.Of(stored.Json, now);
            PutNamespaceOf(now, wanted);
            var edited = ManifestEditor.Edit(document.File, text, now, wanted);
            if (edited != text)
            {
                SavedFile.Replace(document.File, text, edited);
                files.Saved(cluster, AsRead(document, Find(document, edited)!));
                report.Saved(key, document.File);
            }
        }
    }

    /// <summary>What the file says of the object.</summary>
    /// <exception cref="CannotSaveException">
    /// That is neither what was read last nor what was saved here: it is somebody's newer work.
    /// </exception>
    private static ManifestDocument NowIn(ManifestDocument read, string text) =>
        Find(read, text) is { } now && JsonNode.DeepEquals(AsRead(read, now).Json, read.Json)
            ? now
            : throw new CannotSaveException(read.File, read.Line, "", "the file was changed meanwhile");

    /// <returns>Null as well where several could be meant.</returns>
    private static ManifestDocument? Find(ManifestDocument read, string text) =>
        ManifestEditor.Read(read.File, text).Where(one => AsRead(read, one).Identity == read.Identity).ToList()
            is [var found] ? found : null;

    /// <summary>With the namespace that a kustomization gave to all of the file's objects, if one did.</summary>
    private static ManifestDocument AsRead(ManifestDocument read, ManifestDocument now)
    {
        if (read.GivenNamespace is not { } given || now.Json["metadata"] is not JsonObject)
        {
            return now;
        }

        var json = now.Json.DeepClone().AsObject();
        json["metadata"]!["namespace"] = given;
        return now with { Json = json, GivenNamespace = given };
    }

    private static void PutNamespaceOf(JsonObject file, JsonObject wanted)
    {
        if (wanted["metadata"] is not JsonObject metadata)
        {
            return;
        }

        metadata.Remove("namespace"); // it is the same, or a kustomization gave it
        if (file["metadata"]?["namespace"] is { } said)
        {
            metadata["namespace"] = said.DeepClone();
        }
    }
}
