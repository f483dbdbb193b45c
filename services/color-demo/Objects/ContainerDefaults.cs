using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Objects;

/// <summary>What Kubernetes fills into a pod's container where its template is silent; kubectl prints it.</summary>
/// <remarks>Not into the Deployment, which is written back to its file as somebody wrote it.</remarks>
internal static class ContainerDefaults
{
    public static void Fill(JsonObject container)
    {
        foreach (var port in (container["ports"] as JsonArray ?? []).OfType<JsonObject>())
        {
            port["protocol"] ??= "TCP";
        }

        foreach (var field in (container["env"] as JsonArray ?? []).Select(one => one?["valueFrom"]?["fieldRef"]))
        {
            if (field is JsonObject reference)
            {
                reference["apiVersion"] ??= "v1";
            }
        }

        foreach (var name in (string[])["readinessProbe", "livenessProbe", "startupProbe"])
        {
            if (container[name] is JsonObject probe)
            {
                probe["timeoutSeconds"] ??= 1L;
                probe["periodSeconds"] ??= 10L;
                probe["successThreshold"] ??= 1L;
                probe["failureThreshold"] ??= 3L;
            }
        }
    }
}
