using ColorDemo.Grid.Wire;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using k8s.Models;

namespace ColorDemo.GridHost;

/// <summary>The services that a gateway's cluster declares, and who serves behind them.</summary>
public sealed class GatewayServices(string gateway, ManifestSet manifests, KnownPods pods)
{
    private const string InCluster = ".svc.cluster.local";

    /// <summary>Why nobody answers for a destination.</summary>
    /// <returns>The beginning of a sentence; nothing when somebody answers, or it is not known.</returns>
    public (FactKind Kind, string What)? LackOf(SplitDestination destination)
    {
        var (name, service) = (destination.Host.Split('.')[0], Find(destination.Host));
        return destination switch
        {
            // Perhaps a ServiceEntry has it.
            _ when !destination.Host.EndsWith(InCluster, StringComparison.Ordinal) => null,
            { Upstream: null } when service is null =>
                (FactKind.NoService, $"{gateway} has no Service {name}: unless another cluster has it, "),
            { Upstream: null } when !HasPort(service, destination.Port) =>
                (FactKind.NoService, $"Service {name} has no port {destination.Port}: "),
            { Upstream: null, Subset: { } subset } =>
                (FactKind.NoSubset, $"no DestinationRule of {gateway} defines subset {subset} of {name}: "),
            { Upstream: not null } when service?.Spec?.Selector is { Count: > 0 } => LackOfPods(destination, name),
            _ => null,
        };
    }

    /// <summary>What near endpoints have in common; absent when the Service does not say.</summary>
    public string? DistributionOf(string host) => Find(host)?.Spec?.TrafficDistribution;

    private (FactKind Kind, string What)? LackOfPods(SplitDestination destination, string name)
    {
        var labels = destination.SubsetLabels;
        if (pods.Serves(destination.Host, labels) != false)
        {
            return null;
        }

        var where = pods.Where(labels);
        var isWhole = where.Count > 1 || labels.ContainsKey(KnownPods.ClusterLabel);
        var who = destination.Subset is { } subset ? $"subset {subset}" : name;
        return (FactKind.NoPods, $"{who} has no ready pod in {string.Join(" or ", where)}: "
            + (isWhole ? "" : "unless another cluster has one, "));
    }

    private V1Service? Find(string host) => manifests.Services.FirstOrDefault(one =>
        $"{one.Metadata?.Name}.{one.Metadata?.NamespaceProperty ?? "default"}{InCluster}" == host);

    private static bool HasPort(V1Service service, int number) =>
        service.Spec?.Ports?.Any(port => port.Port == number) is true;
}
