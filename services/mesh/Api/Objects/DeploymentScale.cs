using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>How many pods a Deployment has, as <c>kubectl scale</c> reads and writes it.</summary>
/// <remarks>Source: <c>autoscaling/v1</c>, kind <c>Scale</c>.</remarks>
internal static class DeploymentScale
{
    private const string ApiVersion = "autoscaling/v1";
    private const string Kind = "Scale";

    public static Task ReadAsync(ApiCall call) =>
        AnswerAsync(call, call.State.Find(call.Path.Key) ?? throw call.NotFound());

    public static async Task ReplaceAsync(ApiCall call)
    {
        var sent = await RequestBody.ReadObjectAsync(call.Http.Request);
        await WriteAsync(call, _ => sent);
    }

    public static async Task PatchAsync(ApiCall call)
    {
        var patch = await SentPatch.ReadAsync(call);
        await WriteAsync(call, before => patch.ApplyTo(call.Resource, Of(before)));
    }

    private static async Task WriteAsync(ApiCall call, Func<StoredObject, JsonObject> wanted)
    {
        var scaled = call.Write(call.Path.Name, draft =>
        {
            var before = draft.Find(call.Path.Key) ?? throw call.NotFound();
            var written = WrittenObject.Of(wanted(before), ApiVersion, Kind, call.Path.Namespace, call.Path.Name);
            Precondition.Of(written).Check(call.Resource, before);
            var json = before.Json.DeepClone().AsObject();
            json["spec"]!["replicas"] = ReplicasOf(call, written.Json);
            return ObjectWrite.Put(call, draft, json);
        }, call.Query.IsDryRun);
        await AnswerAsync(call, scaled);
    }

    /// <summary>None at all are zero, as Kubernetes has it.</summary>
    private static long ReplicasOf(ApiCall call, JsonObject scale)
    {
        var replicas = (scale["spec"] as JsonObject)?["replicas"];
        if (replicas is null && scale["spec"] is null or JsonObject)
        {
            return 0;
        }

        return replicas is JsonValue value && value.TryGetValue(out long number) && number is >= 0 and <= int.MaxValue
            ? number
            : throw new ApiException(InvalidObject.Of(
                call.Resource, call.Path.Name, "spec.replicas", "must be a whole number from 0"));
    }

    private static Task AnswerAsync(ApiCall call, StoredObject deployment)
    {
        call.TellWarnings();
        return JsonAnswer.WriteAsync(call.Http, 200, Of(deployment));
    }

    private static JsonObject Of(StoredObject deployment)
    {
        var (json, metadata) = (deployment.Json, new JsonObject());
        foreach (var field in (string[])["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
        {
            metadata[field] = json["metadata"]![field]?.DeepClone();
        }

        var labels = json.At("spec.selector.matchLabels") as JsonObject ?? [];
        return new()
        {
            ["kind"] = Kind,
            ["apiVersion"] = ApiVersion,
            ["metadata"] = metadata,
            ["spec"] = new JsonObject { ["replicas"] = json.NumberAt("spec.replicas") ?? 1L },
            ["status"] = new JsonObject
            {
                ["replicas"] = json.NumberAt("status.replicas") ?? 0L,
                ["selector"] = string.Join(',', labels.Select(label => $"{label.Key}={label.Value}")),
            },
        };
    }
}
