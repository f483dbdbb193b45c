using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>Istio reads a port's protocol off its name.</summary>
/// <remarks>Source: <c>istioctl analyze</c>, IST0118.</remarks>
internal static class ServicePortNames
{
    private static readonly string[] Protocols =
        ["http", "http2", "https", "grpc", "grpc-web", "tcp", "tls", "mongo", "mysql", "redis", "udp"];

    public static void Check(V1Service? service, ProblemReport report)
    {
        var ports = service?.Spec?.Ports ?? [];
        for (var index = 0; index < ports.Count; index++)
        {
            var name = ports[index]?.Name ?? "";
            if ((name.Length > 0 || ports.Count == 1) // of several, each needs a name anyway
                && ports[index] is { AppProtocol: null, Protocol: null or "TCP" }
                && !Protocols.Contains(name.Split('-')[0]))
            {
                var (given, better) = name.Length > 0
                    ? ($"port name '{name}'", $"http-{name}")
                    : ("the port has no name, it", "name: http");
                report.Warn($"spec.ports[{index}].name", $"{given} should be <protocol>[-suffix], or Istio has to "
                    + $"guess the protocol; write {better} for HTTP, or set appProtocol", "IST0118");
            }
        }
    }
}
