using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>Sorts documents by kind and reads each into its own type.</summary>
internal sealed class ManifestKinds
{
    private static readonly string[] Simulated =
        ["DestinationRule", "Gateway", "ServiceEntry", "VirtualService", "WorkloadEntry"];

    private static readonly string[] NotSimulated =
    [
        "AuthorizationPolicy", "EnvoyFilter", "PeerAuthentication", "ProxyConfig", "RequestAuthentication",
        "Sidecar", "Telemetry", "WasmPlugin", "WorkloadGroup",
    ];

    private static readonly string[] NetworkingVersions = ["v1", "v1beta1", "v1alpha3"];

    /// <summary>What the API server knows in metadata, besides the fields that are read here.</summary>
    private static readonly string[] KnownByKubernetes =
    [
        "name", "namespace", "generateName", "uid", "resourceVersion", "generation", "managedFields", "finalizers",
        "ownerReferences", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds",
    ];

    private readonly List<Gateway> _gateways = [];
    private readonly List<VirtualService> _virtualServices = [];
    private readonly List<DestinationRule> _destinationRules = [];
    private readonly List<ServiceEntry> _serviceEntries = [];
    private readonly List<WorkloadEntry> _workloadEntries = [];
    private readonly List<V1Namespace> _namespaces = [];
    private readonly List<V1Service> _services = [];
    private readonly List<V1Deployment> _deployments = [];
    private readonly List<V1ConfigMap> _configMaps = [];

    public void Read(ManifestDocument document, ProblemReport report)
    {
        if (!HasIdentity(document, report))
        {
            return;
        }

        switch (document.ApiVersion, document.Kind)
        {
            case ("v1", "Service"):
                var service = KubernetesKind.Read<V1Service>(document, report);
                ServicePortNames.Check(service, report);
                Add(_services, service);
                break;
            case ("v1", "Namespace"):
                Add(_namespaces, KubernetesKind.Read<V1Namespace>(document, report));
                break;
            case ("v1", "ConfigMap"):
                Add(_configMaps, KubernetesKind.Read<V1ConfigMap>(document, report));
                break;
            case ("apps/v1", "Deployment"):
                Add(_deployments, KubernetesKind.Read<V1Deployment>(document, report));
                break;
            case var (group, kind) when group.Split('/')[0].EndsWith(".istio.io", StringComparison.Ordinal)
                || kind is "VirtualService" or "DestinationRule" or "ServiceEntry" or "WorkloadEntry":
                ReadIstio(document, report);
                break;
            default: // a Namespace, a ServiceAccount: of no consequence for routing
                break;
        }
    }

    public ManifestSet ToSet(IReadOnlyList<ManifestDocument> documents, IReadOnlyList<ManifestProblem> warnings) => new()
    {
        Documents = documents,
        Warnings = warnings,
        Gateways = _gateways,
        VirtualServices = _virtualServices,
        DestinationRules = _destinationRules,
        ServiceEntries = _serviceEntries,
        WorkloadEntries = _workloadEntries,
        Services = _services,
        Deployments = _deployments,
        ConfigMaps = _configMaps,
        Namespaces = _namespaces,
    };

    private static void Add<T>(List<T> list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }
    }

    private static bool HasIdentity(ManifestDocument document, ProblemReport report)
    {
        Require("apiVersion", document.ApiVersion.Length > 0, "is required, for example networking.istio.io/v1");
        Require("kind", document.Kind.Length > 0, "is required, for example VirtualService");
        Require("metadata.name", document.Name.Length > 0, "is required, as text");
        Require("metadata.namespace", Names.IsLabel(document.Namespace) && document.HasGoodNamespace,
            "must be text of lower-case letters, digits and hyphens");
        return document is { ApiVersion.Length: > 0, Kind.Length: > 0, Name.Length: > 0 };

        void Require(string field, bool holds, string message)
        {
            if (!holds)
            {
                report.Error(field, message);
            }
        }
    }

    private void ReadIstio(ManifestDocument document, ProblemReport report)
    {
        if (NotSimulated.Contains(document.Kind))
        {
            report.Warn("kind", $"{document.Kind} is accepted, the mesh here does not simulate it");
            if (document.Kind == "PeerAuthentication")
            {
                PeerAuthentication.Check(document, report);
            }

            return;
        }

        if (!Simulated.Contains(document.Kind))
        {
            report.Error("kind", $"Istio has no {document.Kind}; it has "
                + string.Join(", ", Simulated.Concat(NotSimulated).Order(StringComparer.Ordinal)));
            return;
        }

        if (!Names.IsSubdomain(document.Name))
        {
            report.Error("metadata.name", "must be lower-case letters, digits, hyphens and dots");
        }
        else if (document.Kind == "Gateway" && !Names.IsLabel(document.Name))
        {
            report.Error("metadata.name", $"invalid gateway name: '{document.Name}'; write at most 63 lower-case "
                + "letters, digits and hyphens, without dots");
        }

        if (document.ApiVersion.Split('/') is not ["networking.istio.io", var version]
            || !NetworkingVersions.Contains(version))
        {
            report.Error("apiVersion", $"a {document.Kind} is of networking.istio.io/v1, v1beta1 or v1alpha3");
            return;
        }

        var root = new Fields(document.Json, "", report);
        var metadata = ReadMetadata(document, root);
        if (root.Object("spec") is not { } spec)
        {
            report.Error("spec", "is required");
            return;
        }

        root.Known("apiVersion", "kind", "metadata", "status");
        root.End();
        switch (document.Kind)
        {
            case "Gateway":
                _gateways.Add(Gateway.Read(metadata, spec));
                break;
            case "ServiceEntry":
                _serviceEntries.Add(ServiceEntry.Read(metadata, spec));
                break;
            case "WorkloadEntry":
                _workloadEntries.Add(WorkloadEntry.Read(metadata, spec));
                break;
            case "VirtualService":
                _virtualServices.Add(VirtualService.Read(metadata, spec));
                break;
            case "DestinationRule":
                _destinationRules.Add(DestinationRule.Read(metadata, spec));
                break;
        }
    }

    private static Metadata ReadMetadata(ManifestDocument document, Fields root)
    {
        var metadata = root.Object("metadata")!;
        var created = metadata.Text("creationTimestamp");
        metadata.TextMap("labels");
        metadata.TextMap("annotations");
        metadata.Known(KnownByKubernetes);
        metadata.End();
        return new(
            document.Name,
            document.Namespace,
            DateTimeOffset.TryParse(created, out var time) ? time : null,
            new(document.File, document.Line));
    }
}
