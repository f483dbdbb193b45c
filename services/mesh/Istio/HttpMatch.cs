namespace ColorDemo.Mesh.Istio;

/// <summary>Conditions that must all hold. Istio <c>HTTPMatchRequest</c>.</summary>
/// <param name="Uri">On the path without the query; absent holds for every path.</param>
/// <param name="IgnoreUriCase">For exact and prefix only, as in Istio.</param>
/// <param name="Headers">Names ignore case, values do not; a null condition asks only for presence.</param>
/// <param name="IsSimulated">
/// False when it has a condition that the mesh cannot check: then it matches nothing, rather than too much.
/// </param>
public sealed record HttpMatch(
    string? Name,
    StringMatch? Uri,
    bool IgnoreUriCase,
    StringMatch? Method,
    IReadOnlyDictionary<string, StringMatch?> Headers,
    bool IsSimulated)
{
    private static readonly string[] Unchecked =
        ["authority", "gateways", "port", "queryParams", "scheme", "sourceLabels", "sourceNamespace", "withoutHeaders"];

    internal static HttpMatch Read(Fields match)
    {
        var missing = Unchecked.Where(match.Has).ToArray();
        foreach (var name in missing)
        {
            match.Warn(name, "this condition is not simulated here, so these conditions match nothing");
        }

        var read = new HttpMatch(
            match.Text("name"),
            StringMatch.Read(match.Object("uri")),
            match.Flag("ignoreUriCase"),
            Condition(match, "method"),
            ReadHeaders(match),
            missing.Length == 0);
        match.Known(Unchecked);
        match.Known("statPrefix");
        match.End();
        return read;
    }

    private static Dictionary<string, StringMatch?> ReadHeaders(Fields match)
    {
        var headers = match.Object("headers");
        Dictionary<string, StringMatch?> conditions = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in headers?.Names ?? [])
        {
            if (!headers!.Has(name))
            {
                headers.Error(name, "cannot be null; {} asks for presence");
            }

            var isPresence = headers.Object(name) is { } condition && condition.Names.Count == 0;
            conditions[name] = isPresence ? null : Condition(headers, name);
        }

        return conditions;
    }

    private static StringMatch? Condition(Fields fields, string name)
    {
        if (!fields.Has(name))
        {
            return null;
        }

        var condition = StringMatch.Read(fields.Object(name));
        if (condition is { Prefix: "" })
        {
            fields.Error(name, "an empty prefix is allowed for uri only; {} asks for presence");
        }

        return condition;
    }
}
