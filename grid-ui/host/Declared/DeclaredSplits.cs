using ColorDemo.Grid.Wire;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using Microsoft.Net.Http.Headers;

namespace ColorDemo.GridHost;

/// <summary>Looks up what manifests declare for requests, by the same route table that the mesh obeys.</summary>
/// <param name="missing">The kinds that the manifests lack because nobody may read them, each with why.</param>
/// <param name="pods">Looked at anew for each target.</param>
public sealed class DeclaredSplits(
    Gateway gateway, ManifestSet manifests, IReadOnlyList<string> missing, KnownPods pods)
{
    private const string VersionLabel = "version";

    private readonly RouteTable? _routes =
        ClusterRouting.Of([new(gateway.Name, manifests, [], EastWestAddress: "")])[0].Ingress();

    public DeclaredPath Of(Target target)
    {
        var isGrpc = target.Sampling.Protocol == SamplingProtocol.Grpc;
        var request = Request(target, isGrpc);
        return _routes?.Match(request) switch
        {
            null when missing.Count > 0 => DeclaredPath.Nothing(Missing),
            null => DeclaredPath.Nothing($"No rule of {gateway.Name} matches {request.Path}: its gateway answers 404."),
            { Action: ForwardAction { Split.Destinations: var all } } route
                when missing.Count > 0 && all.Any(one => one.Upstream is null) =>
                    new(null, Missing, Alone(route), []),
            { Action: ForwardAction { Split: var split } forward } route => new(
                new(
                    Name(route),
                    [.. split.Destinations.Select(destination => Share(destination, split))],
                    route.Fault?.Abort?.Percent ?? 0,
                    route.Fault?.Abort is { Percent: > 0 } abort ? abort.Status : null),
                null,
                new RouteFacts(route, forward, isGrpc).Around(Rule(route), gateway.Name, manifests, pods),
                [.. split.Destinations.Select(destination => destination.Host).Distinct()]),
            var route => new(null, $"{Name(route)} sends {request.Path} to no destination.", Alone(route), []),
        };
    }

    private Circumstances Alone(MeshRoute route) => new(Rule(route), []);

    private string Missing => "The declared weights are unknown: "
        + $"the Kubernetes API of {gateway.Name} does not give {string.Join(", ", missing)}.";

    /// <summary>What a gateway sees of a target's requests.</summary>
    private static MeshRequest Request(Target target, bool isGrpc)
    {
        var headers = new HeaderDictionary();
        foreach (var header in target.Sampling.Headers)
        {
            headers.Append(header.Name, header.Value);
        }

        if (isGrpc)
        {
            headers[HeaderNames.ContentType] = "application/grpc";
        }

        var address = target.Address;
        return new(
            isGrpc ? "POST" : "GET", address.Scheme, address.Authority, address.AbsolutePath, address.Query, headers);
    }

    private static string Name(MeshRoute route) =>
        $"VirtualService {route.Owner}, {(route.Name.Length > 0 ? route.Name : route.Rule!.Field)}";

    private DeclaredRule Rule(MeshRoute route) => new(Name(route), PlaceOf(route.Owner));

    /// <remarks>Clusters that read files note on each object where it stands; others do not.</remarks>
    private string PlaceOf(Metadata? owner)
    {
        var place = manifests.Documents
            .FirstOrDefault(one => one.Kind == "VirtualService" && $"{one.Namespace}/{one.Name}" == $"{owner}")
            ?.Json["metadata"]?["annotations"]?[ServerMetadata.OriginAnnotation]?.ToString() ?? "";
        return place.Split(':') is [_, .., var line] && int.TryParse(line, out _) ? place : "";
    }

    private static DeclaredShare Share(SplitDestination destination, Split split) => new(
        destination.Subset ?? destination.Host.Split('.')[0],
        split.PercentOf(destination),
        destination.SubsetLabels.GetValueOrDefault(KnownPods.ClusterLabel),
        destination.SubsetLabels.GetValueOrDefault(VersionLabel));
}
