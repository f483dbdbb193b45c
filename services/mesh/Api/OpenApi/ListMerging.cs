using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>How two lists of one field become one: item by item when the items have a key.</summary>
/// <remarks>Source: Kubernetes, strategic merge patch; kubectl computes such patches from these extensions.</remarks>
internal static class ListMerging
{
    public static void AddTo(JsonObject schema, Type model, string field)
    {
        if (MergeKeys.Of(model, field) is not { } key)
        {
            return;
        }

        schema["x-kubernetes-patch-strategy"] = "merge";
        schema["x-kubernetes-patch-merge-key"] = key;
    }
}
