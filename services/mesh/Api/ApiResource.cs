namespace ColorDemo.Mesh.Api;

/// <summary>A kind of object that the Kubernetes API serves.</summary>
/// <param name="Group">Empty for the core group, which is served under <c>/api</c> instead of <c>/apis</c>.</param>
/// <param name="Plural">The name in paths, for example <c>virtualservices</c>.</param>
internal sealed record ApiResource(string Group, string Version, string Kind, string Plural)
{
    public static IReadOnlyList<ApiResource> All { get; } =
    [
        new("networking.istio.io", "v1", "VirtualService", "virtualservices"),
        new("networking.istio.io", "v1", "DestinationRule", "destinationrules"),
        new("networking.istio.io", "v1", "Gateway", "gateways"),
        new("", "v1", "Service", "services"),
        new("", "v1", "ConfigMap", "configmaps"),
        new("apps", "v1", "Deployment", "deployments"),
    ];

    public string ApiVersion => Group.Length > 0 ? $"{Group}/{Version}" : Version;

    public string Root => Group.Length > 0 ? $"/apis/{Group}/{Version}" : $"/api/{Version}";
}
