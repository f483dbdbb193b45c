using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Mesh.Api;

/// <summary>Every kind that the Kubernetes API of a local cluster serves.</summary>
/// <remarks>
/// Names, short names and categories are those of Kubernetes, of Istio's <c>crd-all.gen.yaml</c> and of Gateway API's
/// definitions, so that the same words work in kubectl here and there.
/// </remarks>
internal static class ApiResources
{
    private static readonly string[] V1 = ["v1"];
    private static readonly string[] InAll = ["all"];

    private static readonly Dictionary<string, string> IstioShortNames = new()
    {
        ["AuthorizationPolicy"] = "ap",
        ["DestinationRule"] = "dr",
        ["Gateway"] = "gw",
        ["PeerAuthentication"] = "pa",
        ["RequestAuthentication"] = "ra",
        ["ServiceEntry"] = "se",
        ["Telemetry"] = "telemetry",
        ["VirtualService"] = "vs",
        ["WorkloadEntry"] = "we",
        ["WorkloadGroup"] = "wg",
    };

    public static IReadOnlyList<ApiResource> All { get; } = [.. Kubernetes(), .. Istio(), .. GatewayApi()];

    public static ApiResource? Find(string group, string version, string plural) => All.FirstOrDefault(one =>
        one.Group == group && one.Plural == plural && one.Versions.Contains(version));

    /// <param name="apiVersion">Any version that is served.</param>
    /// <param name="kind">For example <c>VirtualService</c>.</param>
    public static ApiResource? OfKind(string apiVersion, string kind) => All.FirstOrDefault(one =>
        one.Kind == kind && one.Versions.Any(version => one.ApiVersionOf(version) == apiVersion));

    private static IEnumerable<ApiResource> Kubernetes() =>
    [
        new("", V1, "ConfigMap", "configmaps") { ShortNames = ["cm"], Model = typeof(V1ConfigMap) },
        new("", V1, "Endpoints", "endpoints") { ShortNames = ["ep"], Model = typeof(V1Endpoints) },
        new("", V1, "Event", "events") { ShortNames = ["ev"], Model = typeof(Corev1Event) },
        new("", V1, "Namespace", "namespaces")
        {
            ShortNames = ["ns"], IsNamespaced = false, HasStatus = true, Model = typeof(V1Namespace),
        },
        new("", V1, "Pod", "pods")
        {
            ShortNames = ["po"], Categories = InAll, HasStatus = true, Model = typeof(V1Pod),
        },
        new("", V1, "Service", "services")
        {
            ShortNames = ["svc"], Categories = InAll, HasStatus = true, Model = typeof(V1Service),
        },
        new("", V1, "ServiceAccount", "serviceaccounts") { ShortNames = ["sa"], Model = typeof(V1ServiceAccount) },
        new("apps", V1, "Deployment", "deployments")
        {
            ShortNames = ["deploy"],
            Categories = InAll,
            HasStatus = true,
            HasScale = true,
            Model = typeof(V1Deployment),
        },
        new("discovery.k8s.io", V1, "EndpointSlice", "endpointslices") { Model = typeof(V1EndpointSlice) },
        new("rbac.authorization.k8s.io", V1, "ClusterRole", "clusterroles")
        {
            IsNamespaced = false, Model = typeof(V1ClusterRole),
        },
        new("rbac.authorization.k8s.io", V1, "ClusterRoleBinding", "clusterrolebindings")
        {
            IsNamespaced = false, Model = typeof(V1ClusterRoleBinding),
        },
        new("rbac.authorization.k8s.io", V1, "Role", "roles") { Model = typeof(V1Role) },
        new("rbac.authorization.k8s.io", V1, "RoleBinding", "rolebindings") { Model = typeof(V1RoleBinding) },
    ];

    private static IEnumerable<ApiResource> Istio() => IstioKind.All.Values
        .Where(kind => kind.Name != "IstioOperator") // which only istioctl reads
        .Select(kind => new ApiResource(kind.Group, kind.Versions, kind.Name, PluralOf(kind.Name))
        {
            ShortNames = IstioShortNames.TryGetValue(kind.Name, out var name) ? [name] : [],
            Categories = ["istio-io", kind.Group.Replace('.', '-')],
            HasStatus = true,
        });

    private static IEnumerable<ApiResource> GatewayApi()
    {
        const string group = GatewayApiKinds.Group;
        string[] versions = ["v1", "v1beta1"], category = ["gateway-api"];
        return
        [
            new(group, versions, "Gateway", "gateways")
            {
                ShortNames = ["gtw"], Categories = category, HasStatus = true,
            },
            new(group, versions, "GatewayClass", "gatewayclasses")
            {
                ShortNames = ["gc"], Categories = category, HasStatus = true, IsNamespaced = false,
            },
            new(group, versions, "HTTPRoute", "httproutes") { Categories = category, HasStatus = true },
            new(group, versions, "ReferenceGrant", "referencegrants")
            {
                ShortNames = ["refgrant"], Categories = category,
            },
        ];
    }

    private static string PluralOf(string kind) => kind.ToLowerInvariant() switch
    {
        [.., 'a', 'y'] and var name => $"{name}s",
        [.. var stem, 'y'] => $"{stem}ies",
        [.., 's'] and var name => $"{name}es",
        var name => $"{name}s",
    };
}
