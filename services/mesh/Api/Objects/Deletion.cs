using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>What becomes of an object that is deleted.</summary>
internal static class Deletion
{
    private const int UsualGraceSeconds = 30;

    /// <summary>Removes it; a pod is only marked, and goes when its process has ended.</summary>
    /// <returns>The object as it is now, or as it was when it is gone.</returns>
    public static StoredObject Run(StoreDraft draft, ApiCall call, StoredObject stored, DeletionOptions options)
    {
        if (stored.Key is { Group: "", Kind: "Pod" })
        {
            return End(draft, stored, options.GraceSeconds, call.Writer);
        }

        if (stored.Key is { Group: "", Kind: "Namespace", Name: var name })
        {
            if (BuiltInNamespaces.Has(name))
            {
                throw new ApiException(ApiStatus.Forbidden(call.Resource, name, "every cluster has this namespace"));
            }

            Empty(draft, name, call.Writer);
        }

        if (ConfigMapUse.In(draft.Objects, stored.Key) is { } user)
        {
            throw new ApiException(ApiStatus.Forbidden(call.Resource, stored.Key.Name, $"{user} takes environment "
                + "variables from it, and here, other than in Kubernetes, a ConfigMap cannot go while a Deployment "
                + "uses it; delete or change the Deployment first"));
        }

        return draft.Remove(stored.Key, call.Writer)!;
    }

    private static void Empty(StoreDraft draft, string space, Writer by)
    {
        foreach (var inside in draft.Objects.Where(one => one.Key.Namespace == space).ToList())
        {
            if (inside.Key is { Group: "", Kind: "Pod" })
            {
                End(draft, inside, null, by);
            }
            else
            {
                draft.Remove(inside.Key, by);
            }
        }
    }

    private static StoredObject End(StoreDraft draft, StoredObject pod, int? graceSeconds, Writer by)
    {
        var seconds = graceSeconds ?? Seconds(pod.Json["spec"]?["terminationGracePeriodSeconds"]) ?? UsualGraceSeconds;
        var isShorter =
            Seconds(pod.Json["metadata"]!["deletionGracePeriodSeconds"]) is not { } before || seconds < before;
        return !pod.IsBeingDeleted || isShorter ? draft.BeginDeletion(pod, (int)seconds, by) : pod;
    }

    private static long? Seconds(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out long seconds) && seconds is >= 0 and <= int.MaxValue
            ? seconds
            : null;
}
