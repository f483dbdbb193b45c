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
                service["sessionAffinity"] ??= "None";
                FillPorts(service["ports"] as JsonArray);
                break;
            case { Group: "apps", Kind: "Deployment" } when json["spec"] is JsonObject deployment:
                deployment["replicas"] ??= 1L;
                FillStrategy(deployment);
                PodDefaults.Fill(deployment.At("template.spec") as JsonObject);
                break;
        }
    }

    private static void FillStrategy(JsonObject deployment)
    {
        deployment["strategy"] ??= new JsonObject();
        if (deployment["strategy"] is not JsonObject strategy)
        {
            return;
        }

        strategy["type"] ??= "RollingUpdate";
        if (strategy.TextAt("type") != "RollingUpdate")
        {
            return;
        }

        strategy["rollingUpdate"] ??= new JsonObject();
        if (strategy["rollingUpdate"] is JsonObject rolling)
        {
            rolling["maxSurge"] ??= "25%";
            rolling["maxUnavailable"] ??= "25%";
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
