using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>What of istiod's own configuration decides routes: Istio <c>MeshConfig</c>.</summary>
internal static class MeshConfig
{
    /// <summary>
    /// <c>outboundTrafficPolicy.mode</c> of the ConfigMap <c>istio-system/istio</c>, or of an IstioOperator;
    /// ALLOW_ANY when neither says anything.
    /// </summary>
    public static UnknownHost UnknownHostOf(ManifestSet manifests) =>
        Sources(manifests).Any(config => Mode(config) == "REGISTRY_ONLY")
            ? UnknownHost.Refuse
            : UnknownHost.PassThrough;

    private static IEnumerable<JsonNode?> Sources(ManifestSet manifests) =>
    [
        .. manifests.ConfigMaps
            .Where(map => map.Metadata is { Name: "istio", NamespaceProperty: GatewayWorkload.IstioNamespace })
            .Select(map => map.Data?.TryGetValue("mesh", out var text) is true ? text : null)
            .OfType<string>()
            .SelectMany(text => YamlDocuments.Read("mesh", text, []))
            .Select(document => document.Json),
        .. manifests.Documents
            .Where(document => document.Kind == "IstioOperator")
            .Select(document => (document.Json["spec"] as JsonObject)?["meshConfig"]),
    ];

    private static string? Mode(JsonNode? config) =>
        (config as JsonObject)?["outboundTrafficPolicy"] is JsonObject policy
        && policy["mode"] is JsonValue mode && mode.TryGetValue(out string? text)
            ? text
            : null;
}
