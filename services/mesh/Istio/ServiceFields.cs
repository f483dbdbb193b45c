using System.Globalization;
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
            var (port, field) = (ports[index], $"spec.ports[{index}]");
            CheckNumber($"{field}.port", port?.Port);
            CheckTarget($"{field}.targetPort", port?.TargetPort?.Value);
            CheckName($"{field}.name", port?.Name);
            if (ports.Take(index).Any(one => IsSame(one, port)))
            {
                report.Error(field, "there is such a port already; each needs a number, or a protocol, of its own");
            }
        }

        void CheckName(string field, string? name)
        {
            if (string.IsNullOrEmpty(name))
            {
                if (ports.Count > 1)
                {
                    report.Error(field, "is required where there are several ports", ProblemCode.Required);
                }
            }
            else if (!Names.IsLabel(name))
            {
                report.Error(field, "must be at most 63 lower-case letters, digits and hyphens");
            }
            else if (ports.Count(one => one?.Name == name) > 1)
            {
                report.Error(field, $"two ports have the name '{name}'");
            }
        }

        void CheckTarget(string field, string? target)
        {
            if (int.TryParse(target, CultureInfo.InvariantCulture, out var number))
            {
                CheckNumber(field, number);
            }
            else if (target is { Length: > 0 } && !PortNames.IsForContainer(target))
            {
                report.Error(field, $"'{GivenValue.Shorten(target)}' is neither a port's number nor its name: at most "
                    + "15 lower-case letters, digits and hyphens");
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

    private static bool IsSame(V1ServicePort? one, V1ServicePort? other) =>
        one?.Port == other?.Port && (one?.Protocol ?? "TCP") == (other?.Protocol ?? "TCP");
}
