using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>How an older and a newer value of one field become one.</summary>
/// <remarks>Source: Kubernetes, strategic merge patch; kubectl computes such patches from these extensions.</remarks>
internal static class ListMerging
{
    public static void AddTo(JsonObject schema, Type model, string field)
    {
        if (MergeKeys.StrategyOf(model, field) is { } strategy)
        {
            schema["x-kubernetes-patch-strategy"] = strategy;
        }

        if (MergeKeys.Of(model, field) is { } key)
        {
            schema["x-kubernetes-patch-merge-key"] = key;
        }
    }
}
