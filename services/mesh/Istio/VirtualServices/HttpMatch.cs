namespace ColorDemo.Mesh.Istio;

/// <summary>Conditions that must all hold. Istio <c>HTTPMatchRequest</c>.</summary>
/// <param name="Uri">On the path without the query; absent holds for every path.</param>
/// <param name="IgnoreUriCase">For exact and prefix only, as in Istio.</param>
/// <param name="Headers">Names ignore case, values do not.</param>
/// <param name="WithoutHeaders">None of them may hold.</param>
/// <param name="Port">Of the listener, or the Gateway's server; 0 when absent.</param>
/// <param name="SourceLabels">On the client's pod; not looked at when <paramref name="Gateways"/> are given.</param>
/// <param name="SourceNamespace">Likewise.</param>
/// <param name="Gateways"><c>namespace/name</c> each, or <c>mesh</c>; empty means those of the VirtualService.</param>
/// <param name="Unsupported">
/// Paths of conditions that the mesh cannot check, such as JWT claims: then it matches nothing, rather than too much.
/// </param>
public sealed record HttpMatch(
    string? Name,
    StringMatch? Uri,
    bool IgnoreUriCase,
    StringMatch? Scheme,
    StringMatch? Method,
    StringMatch? Authority,
    IReadOnlyDictionary<string, StringMatch> Headers,
    IReadOnlyDictionary<string, StringMatch> WithoutHeaders,
    IReadOnlyDictionary<string, StringMatch> QueryParams,
    int Port,
    IReadOnlyDictionary<string, string> SourceLabels,
    string? SourceNamespace,
    IReadOnlyList<string> Gateways,
    IReadOnlyList<string> Unsupported,
    Origin Origin)
{
    internal static HttpMatch Read(Metadata metadata, Fields match)
    {
        var read = new HttpMatch(
            match.Text("name"),
            StringMatch.Read(match.Object("uri")),
            match.Flag("ignoreUriCase"),
            StringMatch.Read(match.Object("scheme")),
            StringMatch.Read(match.Object("method")),
            StringMatch.Read(match.Object("authority")),
            Map(match.Object("headers")),
            Map(match.Object("withoutHeaders")),
            Map(match.Object("queryParams")),
            match.WholeNumber("port", 0, 65535) ?? 0,
            match.TextMap("sourceLabels"),
            match.Text("sourceNamespace"),
            [.. match.Texts("gateways").Select(name => VirtualService.FullGateway(name, metadata))],
            [],
            match.Origin);
        match.Known("statPrefix");
        match.End();
        return read;
    }

    private static Dictionary<string, StringMatch> Map(Fields? conditions) =>
        (conditions?.Names ?? []).ToDictionary(
            name => name,
            name => StringMatch.Read(conditions!.Object(name)) ?? StringMatch.Present,
            StringComparer.OrdinalIgnoreCase);
}
