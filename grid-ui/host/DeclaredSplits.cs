using ColorDemo.Grid.Wire;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.GridHost;

/// <summary>Looks up what manifests declare for a path, by the same route table that the mesh obeys.</summary>
/// <param name="missing">The kinds that the manifests lack because nobody may read them, each with why.</param>
public sealed class DeclaredSplits(Gateway gateway, ManifestSet manifests, IReadOnlyList<string> missing)
{
    private const string ClusterLabel = "topology.istio.io/cluster";
    private const string VersionLabel = "version";

    private readonly RouteTable? _routes =
        ClusterRouting.Of([new(gateway.Name, manifests, [], EastWestAddress: "")])[0].Ingress();

    /// <returns>The split, or a sentence why there is none.</returns>
    public (DeclaredSplit? Split, string? Unknown) Of(string path)
    {
        var request = new MeshRequest("GET", "http", gateway.Address.Authority, path, "", new HeaderDictionary());
        return _routes?.Match(request) switch
        {
            null when missing.Count > 0 => (null, Missing),
            null => (null, $"No rule of {gateway.Name} matches {path}: its gateway answers 404."),
            { Action: ForwardAction { Split.Destinations: var all } }
                when missing.Count > 0 && all.Any(one => one.Upstream is null) => (null, Missing),
            { Action: ForwardAction { Split: var split } } route => (new(
                Name(route),
                [.. split.Destinations.Select(destination => Share(destination, split))],
                route.Fault?.Abort?.Percent ?? 0,
                route.Fault?.Abort is { Percent: > 0 } abort ? abort.Status : null), null),
            var route => (null, $"{Name(route)} sends {path} to no destination."),
        };
    }

    private string Missing => "The declared weights are unknown: "
        + $"the Kubernetes API of {gateway.Name} does not give {string.Join(", ", missing)}.";

    private static string Name(MeshRoute route) =>
        $"VirtualService {route.Owner}, {(route.Name.Length > 0 ? route.Name : route.Rule!.Field)}";

    private static DeclaredShare Share(SplitDestination destination, Split split) => new(
        destination.Subset ?? destination.Host.Split('.')[0],
        split.PercentOf(destination),
        destination.SubsetLabels.GetValueOrDefault(ClusterLabel),
        destination.SubsetLabels.GetValueOrDefault(VersionLabel));
}
