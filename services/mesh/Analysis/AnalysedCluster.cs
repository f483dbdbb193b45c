using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using k8s.Models;

namespace ColorDemo.Mesh.Analysis;

/// <summary>One cluster's manifests, and what its clients make of them.</summary>
internal sealed class AnalysedCluster
{
    private readonly MeshCluster _cluster;
    private readonly Dictionary<string, ManifestDocument> _documents;
    private readonly HashSet<(string File, string Kind, string Namespace, string Name)> _places;
    private readonly ILookup<(string Namespace, string Label, string Value), Workload> _labelled;
    private readonly Dictionary<string, V1Service> _services;
    private readonly Dictionary<string, IReadOnlyList<Workload>> _behind = [];
    private readonly Lazy<IReadOnlyList<RoutedDestination>> _destinations;
    private readonly Lazy<IReadOnlyList<CrossedRoute>> _crossed;

    private AnalysedCluster(MeshCluster cluster, MeshNetworks networks, IReadOnlyList<AnalysedCluster> mesh)
    {
        _cluster = cluster;
        Rules = networks.RulesOf(cluster);
        Mesh = mesh;
        Workloads = [.. Workload.In(cluster)];
        _documents = Manifests.Documents.DistinctBy(one => one.Identity).ToDictionary(one => one.Identity);
        _places = [.. Manifests.Documents.Select(one => (one.File, one.Kind, one.Namespace, one.Name))];
        _labelled = Workloads
            .SelectMany(one => one.Labels, (one, label) => (one, label))
            .ToLookup(pair => (pair.one.Namespace, pair.label.Key, pair.label.Value), pair => pair.one);
        _services = Manifests.Services.DistinctBy(HostOf).ToDictionary(HostOf);
        Hosts = networks.RegistryOf(cluster).All
            .OrderByDescending(service => service.IsKubernetes)
            .DistinctBy(service => service.Host)
            .ToDictionary(service => service.Host);
        _destinations = new(() => [.. RoutedDestination.In(this)]);
        _crossed = new(() => [.. CrossedRoute.Of(this)]);
    }

    /// <summary>All clusters, this one too.</summary>
    public IReadOnlyList<AnalysedCluster> Mesh { get; }

    public MeshCluster Cluster => _cluster;

    public string Name => _cluster.Name;

    public ManifestSet Manifests => _cluster.Manifests;

    /// <summary>Every service that its clients know.</summary>
    public IReadOnlyDictionary<string, MeshService> Hosts { get; }

    public DestinationRules Rules { get; }

    public IReadOnlyList<Workload> Workloads { get; }

    public IReadOnlyList<RoutedDestination> Destinations => _destinations.Value;

    public IReadOnlyList<CrossedRoute> Crossed => _crossed.Value;

    public static IReadOnlyList<AnalysedCluster> Of(IReadOnlyList<MeshCluster> clusters)
    {
        var networks = new MeshNetworks(clusters);
        List<AnalysedCluster> mesh = [];
        mesh.AddRange(clusters.Select(cluster => new AnalysedCluster(cluster, networks, mesh)));
        return mesh;
    }

    public static string HostOf(V1Service service) =>
        $"{service.Metadata.Name}.{NamespaceOf(service)}.svc.cluster.local";

    public static string NamespaceOf(V1Service service) =>
        service.Metadata.NamespaceProperty is { Length: > 0 } space ? space : "default";

    public ManifestDocument DocumentOf(VirtualService service) => IstioDocument("VirtualService", service.Metadata);

    public ManifestDocument DocumentOf(DestinationRule rule) => IstioDocument("DestinationRule", rule.Metadata);

    public ManifestDocument DocumentOf(Gateway gateway) => IstioDocument("Gateway", gateway.Metadata);

    public ManifestDocument DocumentOf(V1Service service) =>
        _documents[$"v1 Service {NamespaceOf(service)}/{service.Metadata.Name}"];

    /// <summary>Whether the manifests tell of the namespace at all; what is elsewhere cannot be missed.</summary>
    public bool HasServicesIn(string space) => Mesh.Any(cluster =>
        cluster.Manifests.Services.Any(service => NamespaceOf(service) == space));

    public IEnumerable<Workload> SelectedBy(V1Service service) => service.Spec?.Selector is { Count: > 0 } selector
        && selector.First() is var (label, value)
            ? _labelled[(NamespaceOf(service), label, value)].Where(workload => workload.Labels.Contains(selector))
            : [];

    /// <summary>Everything behind a host, in every cluster.</summary>
    public IReadOnlyList<Workload> Behind(string host) =>
        _behind.TryGetValue(host, out var known) ? known : _behind[host] =
        [
            .. from cluster in Mesh
               let service = cluster._services.GetValueOrDefault(host.ToLowerInvariant())
               where service is not null
               from workload in cluster.SelectedBy(service)
               select workload,
        ];

    /// <summary>Whether it has the object of a problem from the same file.</summary>
    public bool Has(ManifestProblem problem) =>
        _places.Contains((problem.File, problem.Kind, problem.Namespace, problem.Name));

    private ManifestDocument IstioDocument(string kind, Metadata metadata) =>
        _documents[$"networking.istio.io {kind} {metadata}"];
}
