using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The namespaces that a cluster with Istio has before anybody applies anything.</summary>
internal static class BuiltInNamespaces
{
    private static readonly string[] Names = ["default", "istio-system", "kube-system"];

    public static bool Has(string name) => Names.Contains(name);

    public static void Put(StoreDraft draft)
    {
        foreach (var name in Names)
        {
            draft.Put(DocumentOf(name), Writer.Cluster);
        }
    }

    public static ManifestDocument DocumentOf(string name) => new(
        "",
        new(1, 1),
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Namespace",
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["labels"] = new JsonObject { ["kubernetes.io/metadata.name"] = name },
            },
        },
        new Dictionary<string, Position>());
}
