using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>Sorts documents by kind and reads each into its own type.</summary>
internal sealed class ManifestKinds
{
    private static readonly string[] Simulated =
        ["DestinationRule", "Gateway", "ServiceEntry", "VirtualService", "WorkloadEntry"];

    private readonly List<Gateway> _gateways = [];
    private readonly List<VirtualService> _virtualServices = [];
    private readonly List<DestinationRule> _destinationRules = [];
    private readonly List<ServiceEntry> _serviceEntries = [];
    private readonly List<WorkloadEntry> _workloadEntries = [];
    private readonly GatewayApiKinds _gatewayApi = new();
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
                ServiceFields.Check(service, report);
                Add(_services, service);
                break;
            case ("v1", "Namespace"):
                Add(_namespaces, KubernetesKind.Read<V1Namespace>(document, report));
                break;
            case ("v1", "ConfigMap"):
                Add(_configMaps, KubernetesKind.Read<V1ConfigMap>(document, report));
                break;
            case ("apps/v1", "Deployment"):
                var deployment = KubernetesKind.Read<V1Deployment>(document, report);
                DeploymentSelector.Check(deployment, report);
                Add(_deployments, deployment);
                break;
            case var (version, kind) when IstioKind.IsMeant(version, kind):
                ReadIstio(document, report);
                break;
            case var (version, _) when GatewayApiKinds.Has(version):
                _gatewayApi.Read(
                    document, MetadataFields.Read(document, new(document.Json, "", report)), report);
                break;
            default: // a ServiceAccount, somebody's own kind: of no consequence for routing
                KubernetesKinds.Check(document, report);
                break;
        }
    }

    public ManifestSet ToSet(
        IReadOnlyList<ManifestDocument> documents, IReadOnlyList<ManifestProblem> warnings) => new()
        {
            Documents = documents,
            Warnings = warnings,
            Gateways = _gateways,
            VirtualServices = _virtualServices,
            DestinationRules = _destinationRules,
            ServiceEntries = _serviceEntries,
            WorkloadEntries = _workloadEntries,
            KubernetesGateways = _gatewayApi.Gateways,
            GatewayClasses = _gatewayApi.Classes,
            HttpRoutes = _gatewayApi.HttpRoutes,
            ReferenceGrants = _gatewayApi.ReferenceGrants,
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
        var needsName = document.Kind != "IstioOperator"; // of which there is one, and no cluster stores it
        Require("metadata.name", document.Name.Length > 0 || !needsName, "is required, as text");
        var group = document.ApiVersion.Contains('/') ? document.ApiVersion.Split('/')[0] : "";
        if (document.Name.Length > 0 && ObjectNames.ProblemOf(group, document.Kind, document.Name) is { } problem)
        {
            report.Error("metadata.name", problem);
        }

        if (!Names.IsLabel(document.Namespace) || !document.HasGoodNamespace)
        {
            report.Error("metadata.namespace", "must be text of lower-case letters, digits and hyphens");
        }

        return document is { ApiVersion.Length: > 0, Kind.Length: > 0 } && (document.Name.Length > 0 || !needsName);

        void Require(string field, bool holds, string message)
        {
            if (!holds)
            {
                report.Error(field, message, ProblemCode.Required);
            }
        }
    }

    private void ReadIstio(ManifestDocument document, ProblemReport report)
    {
        if (!IstioKind.Check(document, report))
        {
            return;
        }

        var root = new Fields(document.Json, "", report);
        root.Known("apiVersion", "kind", "metadata", "spec", "status");
        root.End();
        var metadata = MetadataFields.Read(document, root);
        if (document.Kind == "Gateway" && !Names.IsLabel(document.Name))
        {
            report.Error("metadata.name", $"invalid gateway name: '{document.Name}'; write at most 63 lower-case "
                + "letters, digits and hyphens, without dots");
        }

        if (document.Kind == "PeerAuthentication")
        {
            PeerAuthentication.Check(document, report);
        }

        if (!Simulated.Contains(document.Kind))
        {
            report.Warn("kind", $"{document.Kind} is accepted, the mesh here does not simulate it",
                ProblemCode.NotSimulated);
            return;
        }

        if (root.Object("spec") is not { } spec)
        {
            report.Error("spec", "is required", ProblemCode.Required);
            return;
        }

        switch (document.Kind)
        {
            case "Gateway":
                _gateways.Add(Gateway.Read(metadata, spec));
                break;
            case "VirtualService":
                _virtualServices.Add(VirtualService.Read(metadata, spec));
                break;
            case "DestinationRule":
                _destinationRules.Add(DestinationRule.Read(metadata, spec));
                break;
            case "ServiceEntry":
                _serviceEntries.Add(ServiceEntry.Read(metadata, spec));
                break;
            case "WorkloadEntry":
                _workloadEntries.Add(WorkloadEntry.Read(metadata, spec));
                break;
        }
    }
}
