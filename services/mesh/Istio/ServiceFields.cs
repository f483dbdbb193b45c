using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>The values that a cluster refuses in a Service, whatever the mesh makes of them.</summary>
/// <remarks>Source: Kubernetes' validation of <c>v1</c> Services.</remarks>
internal static class ServiceFields
{
    private static readonly string[] Types = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"];

    public static void Check(V1Service? service, ProblemReport report)
    {
        if (service?.Spec?.Type is { Length: > 0 } type && !Types.Contains(type))
        {
            report.Error("spec.type",
                $"there is no type '{GivenValue.Shorten(type)}'; {UnknownWord.Advice(type, Types)}");
        }

        var ports = service?.Spec?.Ports ?? [];
        for (var index = 0; index < ports.Count; index++)
        {
            CheckNumber($"spec.ports[{index}].port", ports[index]?.Port);
            if (int.TryParse(ports[index]?.TargetPort?.Value, out var target))
            {
                CheckNumber($"spec.ports[{index}].targetPort", target);
            }
        }

        void CheckNumber(string field, int? port)
        {
            if (port is < 1 or > 65535)
            {
                report.Error(field, $"{port} is no port; write a whole number from 1 to 65535");
            }
        }
    }
}
