namespace ColorDemo.Mesh.Istio;

/// <summary>Conditions that must all hold. Istio <c>HTTPMatchRequest</c>.</summary>
/// <param name="Uri">On the path without the query; absent holds for every path.</param>
/// <param name="IgnoreUriCase">For exact and prefix only, as in Istio.</param>
/// <param name="Headers">Names ignore case, values do not.</param>
/// <param name="WithoutHeaders">None of them may hold.</param>
/// <param name="QueryParams">Names and values mind case.</param>
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
    internal static HttpMatch Read(RuleScope scope, Fields match)
    {
        var headers = new HeaderConditions(scope);
        var read = new HttpMatch(
            match.Text("name"),
            StringMatch.Read(match, "uri", mayBeEmptyPrefix: true),
            match.Flag("ignoreUriCase"),
            StringMatch.Read(match, "scheme"),
            StringMatch.Read(match, "method"),
            StringMatch.Read(match, "authority"),
            headers.Read(match.Object("headers")),
            headers.ReadAbsent(match.Object("withoutHeaders")),
            ReadQuery(match.Object("queryParams")),
            match.WholeNumber("port", 0, 65535) ?? 0,
            Istio.SourceLabels.Read(match),
            Istio.SourceLabels.CheckNamespace(match),
            GatewayNames.Read(match, scope.Metadata),
            headers.Unsupported,
            match.Origin);
        if (read.Gateways.Count > 0 && (read.SourceLabels.Count > 0 || read.SourceNamespace is not null))
        {
            match.Warn("gateways", "beside gateways, sourceLabels and sourceNamespace are not looked at; "
                + "put them into a match of their own");
        }

        match.Known("statPrefix"); // names a counter
        match.End();
        return read;
    }

    private static Dictionary<string, StringMatch> ReadQuery(Fields? parameters)
    {
        Dictionary<string, StringMatch> conditions = new(StringComparer.Ordinal);
        foreach (var name in parameters?.Names ?? [])
        {
            if (!parameters!.Has(name))
            {
                parameters.Error(name, "query param match cannot be null; {} asks for presence");
            }

            conditions[name] = StringMatch.ReadEntry(parameters, name);
        }

        return conditions;
    }
}
