namespace ColorDemo.Mesh.Istio;

/// <summary>Which of the endpoints gets a request. Istio <c>LoadBalancerSettings</c>.</summary>
/// <param name="Simple">
/// LEAST_REQUEST, ROUND_ROBIN, RANDOM or PASSTHROUGH; LEAST_CONN is read as LEAST_REQUEST, and UNSPECIFIED as absent.
/// </param>
/// <param name="ConsistentHash">Instead of <paramref name="Simple"/>.</param>
/// <param name="Locality">Absent: the mesh's default, which prefers near endpoints only with outlier detection.</param>
public sealed record LoadBalancer(string? Simple, ConsistentHash? ConsistentHash, LocalityLoadBalancing? Locality)
{
    private static readonly string[] Kinds = ["simple", "consistentHash", "backendUtilization"];

    internal static LoadBalancer? Read(Fields? fields, bool hasOutlierDetection)
    {
        if (fields is null)
        {
            return null;
        }

        if (Kinds.Where(fields.Has).ToList() is [_, _, ..] both)
        {
            fields.Error(both[1], $"only one of {string.Join(" and ", both)} can be set; leave one out");
        }

        if (fields.Has("localityLbSetting") && fields.Has("zoneAwareLbSetting"))
        {
            fields.Error("zoneAwareLbSetting",
                "localityLbSetting and zoneAwareLbSetting cannot be specified together; leave one out");
        }

        UnsimulatedLoadBalancing.Check(fields);
        var read = new LoadBalancer(
            SimpleOf(fields),
            ConsistentHash.Read(fields.Object("consistentHash")),
            LocalityLoadBalancing.Read(fields.Object("localityLbSetting"), hasOutlierDetection));
        fields.End();
        return read;
    }

    private static string? SimpleOf(Fields fields)
    {
        var simple = fields.Choice(
            "simple", "UNSPECIFIED", "LEAST_CONN", "RANDOM", "PASSTHROUGH", "ROUND_ROBIN", "LEAST_REQUEST");
        if (simple == "LEAST_CONN")
        {
            fields.Warn("simple", "LEAST_CONN is deprecated; write LEAST_REQUEST, which it means");
        }

        return simple switch
        {
            "LEAST_CONN" => "LEAST_REQUEST",
            "UNSPECIFIED" => null,
            _ => simple,
        };
    }
}
