using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Events;

/// <summary>An event as <c>kubectl get events</c> and <c>kubectl describe</c> read it.</summary>
internal static class EventObject
{
    public static ObjectKey KeyOf(CountedEvent counted) =>
        new("", "Event", counted.Last.About.Namespace, counted.Name);

    public static JsonObject Of(CountedEvent counted, StoredObject about, string node)
    {
        var last = counted.Last;
        var isOfPod = last.About.Kind == "Pod";
        return new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Event",
            ["metadata"] = new JsonObject { ["name"] = counted.Name, ["namespace"] = last.About.Namespace },
            ["involvedObject"] = new JsonObject
            {
                ["apiVersion"] = (string)about.Json["apiVersion"]!,
                ["kind"] = last.About.Kind,
                ["namespace"] = last.About.Namespace,
                ["name"] = last.About.Name,
                ["uid"] = about.Uid,
            },
            ["type"] = last.IsWarning ? "Warning" : "Normal",
            ["reason"] = last.Reason,
            ["message"] = last.Message,
            ["count"] = (long)counted.Count,
            ["firstTimestamp"] = ServerMetadata.Time(counted.First),
            ["lastTimestamp"] = ServerMetadata.Time(last.Time),
            ["source"] = isOfPod
                ? new JsonObject { ["component"] = last.Source, ["host"] = node }
                : new JsonObject { ["component"] = last.Source },
            ["reportingComponent"] = last.Source,
            ["reportingInstance"] = isOfPod ? node : "",
        };
    }
}
