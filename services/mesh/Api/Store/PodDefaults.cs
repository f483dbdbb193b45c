using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>What Kubernetes fills in where the template of a pod is silent, as far as kubectl shows it.</summary>
internal static class PodDefaults
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    /// <param name="pod">The template's <c>spec</c>.</param>
    public static void Fill(JsonObject? pod)
    {
        if (pod is null)
        {
            return;
        }

        pod["restartPolicy"] ??= "Always";
        pod["terminationGracePeriodSeconds"] ??= 30L;
        foreach (var container in pod.ListAt("containers").Concat(pod.ListAt("initContainers")).OfType<JsonObject>())
        {
            foreach (var port in container.ListAt("ports").OfType<JsonObject>())
            {
                port["protocol"] ??= "TCP";
            }

            foreach (var name in Probes)
            {
                FillProbe(container[name] as JsonObject);
            }
        }
    }

    private static void FillProbe(JsonObject? probe)
    {
        if (probe is null)
        {
            return;
        }

        probe["timeoutSeconds"] ??= 1L;
        probe["periodSeconds"] ??= 10L;
        probe["successThreshold"] ??= 1L;
        probe["failureThreshold"] ??= 3L;
        if (probe["httpGet"] is JsonObject request)
        {
            request["path"] ??= "/";
            request["scheme"] ??= "HTTP";
        }
    }
}
