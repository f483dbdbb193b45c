namespace ColorDemo.Mesh.Istio;

/// <summary>The conditions of one match on headers: that they are as told, or that they are not.</summary>
internal sealed class HeaderConditions(RuleScope scope)
{
    /// <summary>Paths of those that the mesh cannot check.</summary>
    public List<string> Unsupported { get; } = [];

    public IReadOnlyDictionary<string, StringMatch> Read(Fields? headers) => Read(headers, (fields, name) =>
    {
        if (!fields.Has(name))
        {
            fields.Error(name, $"header match {name} cannot be null; {{}} asks for presence");
        }

        return StringMatch.ReadEntry(fields, name);
    });

    /// <summary>Here null, and the regex <c>*</c> which is none elsewhere, ask for presence too.</summary>
    public IReadOnlyDictionary<string, StringMatch> ReadAbsent(Fields? headers) => Read(headers, (fields, name) =>
        StringMatch.ReadEntry(fields, name, mayBeStar: true));

    private Dictionary<string, StringMatch> Read(Fields? headers, Func<Fields, string, StringMatch> read)
    {
        Dictionary<string, StringMatch> conditions = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in headers?.Names ?? [])
        {
            var condition = read(headers!, name);
            if (HeaderNames.IsClaim(name))
            {
                CheckClaim(headers!, name);
            }
            else if (!HeaderNames.IsForMatching(name))
            {
                headers!.Error(name, HeaderNames.Refusal(name));
            }

            if (!conditions.TryAdd(name, condition))
            {
                headers!.Error(name, "is the same header as one above: names ignore case; keep one");
            }
        }

        return conditions;
    }

    private void CheckClaim(Fields headers, string name)
    {
        if (scope.IsForMesh)
        {
            headers.Error(name, $"JWT claim based routing (key: {name}) is only supported for gateway; "
                + "name gateways other than mesh under spec.gateways");
            return;
        }

        headers.Warn(name,
            "Istio has this field, the mesh here does not simulate it: these conditions match nothing",
            ProblemCode.NotSimulated);
        Unsupported.Add(headers.PathOf(name));
    }
}
