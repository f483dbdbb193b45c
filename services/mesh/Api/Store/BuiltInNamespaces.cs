using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The namespaces that a cluster with Istio has before anybody applies anything.</summary>
internal static class BuiltInNamespaces
{
    private static readonly string[] Names = ["default", "istio-system", "kube-system"];

    public static void Put(StoreDraft draft)
    {
        foreach (var name in Names)
        {
            draft.Put(new("", new(1, 1), Of(name), new Dictionary<string, Istio.Position>()), Writer.Cluster);
        }
    }

    public static JsonObject Of(string name) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Namespace",
        ["metadata"] = new JsonObject
        {
            ["name"] = name,
            ["labels"] = new JsonObject { ["kubernetes.io/metadata.name"] = name },
        },
    };
}
