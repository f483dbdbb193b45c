using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher;

/// <summary>
/// Tells every cluster's clients, as Kubernetes tells what went wrong, that the newest files are not in force. The
/// event is there as long as that is so; <c>kubectl describe</c> shows it with the object, and the page warns.
/// </summary>
internal sealed class RefusalEvent(MeshStore store, IReadOnlyList<string> clusters)
{
    private const string Name = "manifests-refused";
    private ObjectKey? _told;

    public void Tell(ManifestException refused, DateTimeOffset time)
    {
        var problem = refused.Problems.FirstOrDefault(one => one.Name.Length > 0) ?? refused.Problems[0];
        var space = problem.Namespace.Length > 0 ? problem.Namespace : "default";
        TakeBack();
        foreach (var cluster in clusters)
        {
            var about = new ObjectKey("", "Event", space, Name);
            store.Write(cluster, draft =>
            {
                draft.PutDerived(Event(about, problem, refused.Message, time, UidOf(problem, draft)));
            });
            _told = about;
        }
    }

    public void TakeBack()
    {
        if (_told is { } told)
        {
            foreach (var cluster in clusters)
            {
                store.Write(cluster, draft => { draft.Remove(told, Writer.Cluster); });
            }
        }

        _told = null;
    }

    /// <summary>kubectl finds the events of an object by this; empty when the object is not there.</summary>
    private static string UidOf(ManifestProblem problem, StoreDraft draft) => draft.Objects.FirstOrDefault(one =>
        (one.Key.Kind, one.Key.Namespace, one.Key.Name) == (problem.Kind, problem.Namespace, problem.Name))?.Uid ?? "";

    private static JsonObject Event(
        ObjectKey key, ManifestProblem problem, string message, DateTimeOffset time, string uid)
    {
        var now = ServerMetadata.Time(time);
        return new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = key.Kind,
            ["metadata"] = new JsonObject { ["name"] = key.Name, ["namespace"] = key.Namespace },
            ["type"] = "Warning",
            ["reason"] = "ManifestsRefused",
            ["message"] = message,
            ["involvedObject"] = new JsonObject
            {
                ["kind"] = problem.Kind,
                ["namespace"] = key.Namespace,
                ["name"] = problem.Name,
                ["uid"] = uid,
            },
            ["source"] = new JsonObject { ["component"] = "color-demo" },
            ["firstTimestamp"] = now,
            ["lastTimestamp"] = now,
            ["count"] = 1L,
        };
    }
}
