using System.Text.Json.Nodes;
using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Objects;

/// <summary>A pod as <c>kubectl get pods</c> and <c>kubectl describe</c> read it.</summary>
internal static class PodObject
{
    /// <summary>
    /// Where the pod's ports answer: <c>http=127.0.0.1:41234,grpc=127.0.0.1:41235</c>. All pods have one address here.
    /// </summary>
    public const string AddressesAnnotation = "color-demo.local/addresses";

    public static ObjectKey KeyOf(PodSpec spec) => new("", "Pod", spec.Namespace, spec.Name);

    /// <param name="owner">The Deployment; absent when it has gone.</param>
    public static JsonObject Of(PodSpec spec, PodState status, StoredObject? owner, string node) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Pod",
        ["metadata"] = Metadata(spec, status, owner),
        ["spec"] = Spec(spec, node),
        ["status"] = PodStatusObject.Of(spec, status),
    };

    /// <summary>How long a pod that is being deleted may take to end; a day at most.</summary>
    public static TimeSpan? GraceOf(StoredObject pod) =>
        (long?)pod.Json["metadata"]!["deletionGracePeriodSeconds"] is { } seconds
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400))
            : null;

    private static JsonObject Metadata(PodSpec spec, PodState status, StoredObject? owner)
    {
        var annotations = spec.Template["metadata"]?["annotations"]?.DeepClone() as JsonObject ?? [];
        if (status.Addresses.Count > 0)
        {
            annotations[AddressesAnnotation] = string.Join(
                ',', status.Addresses.Select(one => $"{one.Key}={one.Value}"));
        }

        var metadata = new JsonObject
        {
            ["name"] = spec.Name,
            ["namespace"] = spec.Namespace,
            ["labels"] = new JsonObject(
                spec.Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))),
            ["annotations"] = annotations,
        };
        if (owner is not null)
        {
            metadata["ownerReferences"] = new JsonArray(Reference(owner));
        }

        return metadata;
    }

    /// <remarks>There are no ReplicaSets here: the Deployment owns its pods itself.</remarks>
    private static JsonObject Reference(StoredObject owner) => new()
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = "Deployment",
        ["name"] = owner.Key.Name,
        ["uid"] = owner.Uid,
        ["controller"] = true,
        ["blockOwnerDeletion"] = true,
    };

    private static JsonObject Spec(PodSpec pod, string node)
    {
        var spec = pod.Template["spec"]!.DeepClone().AsObject();
        spec["nodeName"] = node;
        spec["restartPolicy"] ??= "Always";
        spec["terminationGracePeriodSeconds"] ??= (long)pod.Grace.TotalSeconds;
        ContainerDefaults.Fill(spec["containers"]![0]!.AsObject());
        return spec;
    }
}
