using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>What Kubernetes fills in where a manifest is silent, as far as kubectl relies on it.</summary>
internal static class Defaults
{
    public static void Fill(JsonObject json, ObjectKey key)
    {
        switch (key)
        {
            case { Group: "", Kind: "Namespace" }:
                json["status"] ??= new JsonObject { ["phase"] = "Active" };
                break;
            case { Group: "", Kind: "Service" } when json["spec"] is JsonObject service:
                service["type"] ??= "ClusterIP";
                FillPorts(service["ports"] as JsonArray);
                break;
            case { Group: "apps", Kind: "Deployment" } when json["spec"] is JsonObject deployment:
                deployment["replicas"] ??= 1L;
                break;
        }
    }

    private static void FillPorts(JsonArray? ports)
    {
        foreach (var port in (ports ?? []).OfType<JsonObject>())
        {
            port["protocol"] ??= "TCP";
            port["targetPort"] ??= port["port"]?.DeepClone();
        }
    }
}
