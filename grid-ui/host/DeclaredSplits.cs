using ColorDemo.Grid.Wire;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.GridHost;

/// <summary>Looks up what manifests declare for a path, by the same route table that the mesh obeys.</summary>
public sealed class DeclaredSplits(Gateway gateway, ManifestSet manifests)
{
    private const string ClusterLabel = "topology.istio.io/cluster";
    private const string VersionLabel = "version";

    private readonly RouteTable _routes = Build(new(gateway.Name, manifests, [], EastWestAddress: ""));

    /// <returns>The split, or a sentence why there is none.</returns>
    public (DeclaredSplit? Split, string? Unknown) Of(string path)
    {
        var request = new MeshRequest("GET", gateway.Address.Host, path, new HeaderDictionary());
        return _routes.Match(request) switch
        {
            null => (null, $"No rule of {gateway.Name} matches {path}: its gateway answers 404."),
            { Split: null } route => (null, $"{Name(route)} sends {path} to no destination."),
            { Split: { } split } route => (new(
                Name(route),
                [.. split.Destinations.Select(destination => Share(destination, split))],
                route.Abort?.Percent ?? 0,
                route.Abort is { Percent: > 0 } abort ? abort.Status : null), null),
        };
    }

    private static RouteTable Build(MeshCluster cluster) =>
        new RouteTableBuilder(cluster, [cluster]).ForGateway(GatewayWorkload.Ingress);

    private static string Name(MeshRoute route) =>
        $"VirtualService {route.VirtualService}, {route.Rule.Name ?? route.Rule.Field}";

    private static DeclaredShare Share(SplitDestination destination, Split split) => new(
        destination.Subset ?? destination.Host.Split('.')[0],
        split.PercentOf(destination),
        destination.SubsetLabels.GetValueOrDefault(ClusterLabel),
        destination.SubsetLabels.GetValueOrDefault(VersionLabel));
}
