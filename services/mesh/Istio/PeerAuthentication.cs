using System.Globalization;

namespace ColorDemo.Mesh.Istio;

/// <summary>Which pods insist on mutual TLS: checked as Istio would, and then passed over.</summary>
internal static class PeerAuthentication
{
    public static void Check(ManifestDocument document, ProblemReport report)
    {
        if (document.ApiVersion is not ("security.istio.io/v1" or "security.istio.io/v1beta1"))
        {
            report.Error("apiVersion", "a PeerAuthentication is of security.istio.io/v1 or v1beta1");
            return;
        }

        if (new Fields(document.Json, "", report).Object("spec") is { } spec)
        {
            CheckSpec(spec);
        }
    }

    private static void CheckSpec(Fields spec)
    {
        var selector = LabelMap.ReadSelector(spec, "selector", "matchLabels");
        CheckMode(spec.Object("mtls"));
        var ports = spec.Object("portLevelMtls");
        if (ports is { IsEmpty: false } && selector is not { Count: > 0 })
        {
            spec.Error("portLevelMtls", "portLevelMtls requires selector; name the pods' labels under "
                + "selector.matchLabels");
        }

        foreach (var port in ports?.Names ?? [])
        {
            if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > 65535)
            {
                ports!.Error(
                    port, $"'{port}' is no port; port must be between 1-65535, the number that the pod listens on");
            }

            CheckMode(ports!.Object(port));
        }

        spec.End();
    }

    private static void CheckMode(Fields? mtls)
    {
        mtls?.Choice("mode", "UNSET", "DISABLE", "PERMISSIVE", "STRICT");
        mtls?.End();
    }
}
