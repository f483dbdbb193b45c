namespace ColorDemo.Mesh.Istio;

/// <param name="From"><c>region/zone/subzone</c>, each part or the tail may be <c>*</c>.</param>
/// <param name="To">Percentages by locality; they sum to 100.</param>
public sealed record LocalityDistribution(string From, IReadOnlyDictionary<string, int> To)
{
    internal static IReadOnlyList<LocalityDistribution> ReadAll(IReadOnlyList<Fields> items)
    {
        List<LocalityDistribution> read = [];
        foreach (var item in items)
        {
            var from = item.RequiredText("from");
            Locality.Check(item, "from", from, read.Select(other => other.From));
            read.Add(new(from, SharesOf(item)));
            item.End();
        }

        return read;
    }

    private static Dictionary<string, int> SharesOf(Fields item)
    {
        Dictionary<string, int> shares = [];
        var to = item.Object("to");
        foreach (var locality in to?.Names ?? [])
        {
            Locality.Check(to!, locality, locality, shares.Keys);
            shares[locality] = to!.WholeNumber(locality, 1, 100) ?? 0;
        }

        var total = shares.Values.Sum();
        if (total != 100 && !shares.ContainsValue(0) && (to is not null || !item.Has("to")))
        {
            item.Error("to", $"total locality weight {total} != 100; the percentages must add up to 100");
        }

        return shares;
    }
}

/// <summary>A place as <c>region/zone/subzone</c>.</summary>
internal static class Locality
{
    public static void Check(Fields owner, string field, string locality, IEnumerable<string> previous)
    {
        if (locality.Length == 0)
        {
            return; // said already
        }

        if (locality.Split('/').Contains(""))
        {
            owner.Error(field, $"locality '{locality}' must not contain empty region/zone/subzone info");
        }
        else if (locality.IndexOf('*') is >= 0 and var star && star < locality.Length - 1)
        {
            owner.Error(field, $"locality '{locality}': there can be one wildcard '*', at the end, as in region/*");
        }
        else if (previous.FirstOrDefault(other => Overlap(locality, other)) is { } overlapped)
        {
            owner.Error(field, $"locality '{locality}' overlaps with '{overlapped}'; name each place once");
        }
    }

    private static bool Overlap(string one, string other)
    {
        var parts = one.Split('/').Zip(other.Split('/'));
        return parts.TakeWhile(pair => pair.First != "*" && pair.Second != "*")
            .All(pair => pair.First == pair.Second);
    }
}
