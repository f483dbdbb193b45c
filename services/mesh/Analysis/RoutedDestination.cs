using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A destination of a route or a mirror, and where it stands.</summary>
/// <param name="Field">For example <c>spec.http[0].route[1].destination</c>.</param>
internal sealed record RoutedDestination(
    VirtualService Service, ManifestDocument Document, string Field, Destination Destination)
{
    private static readonly string[] Lists = ["http", "tcp", "tls"];

    public static IEnumerable<RoutedDestination> In(AnalysedCluster cluster) =>
        cluster.Manifests.VirtualServices.SelectMany(service => Of(service, cluster.DocumentOf(service)));

    /// <summary>What comes of a destination that is not there.</summary>
    public string Loss =>
        Field.Contains("mirror") ? "copies are lost"
        : Field.StartsWith("spec.http", StringComparison.Ordinal) ? "requests get 503"
        : "connections are closed";

    public ManifestProblem Warning(string field, string message, string code) =>
        Document.Problem($"{Field}{(field.Length > 0 ? "." : "")}{field}", message, code, isError: false);

    private static IEnumerable<RoutedDestination> Of(VirtualService service, ManifestDocument document)
    {
        var spec = new Fields(document.Json, "", new(document, [])).Object("spec");
        return from list in Lists
               from rule in spec?.Objects(list) ?? []
               from fields in Destinations(rule)
               let destination = Destination.Read(service.Metadata, fields)
               where destination.Host.Length > 0
               select new RoutedDestination(service, document, fields.Path, destination);
    }

    private static IEnumerable<Fields> Destinations(Fields rule) =>
    [
        .. rule.Objects("route").Select(route => route.Object("destination")).OfType<Fields>(),
        .. rule.Object("mirror") is { } mirror ? (Fields[])[mirror] : [],
        .. rule.Objects("mirrors").Select(mirror => mirror.Object("destination")).OfType<Fields>(),
    ];
}
