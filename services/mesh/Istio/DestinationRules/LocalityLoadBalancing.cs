namespace ColorDemo.Mesh.Istio;

/// <summary>Which endpoints are near. Istio <c>LocalityLoadBalancerSetting</c>.</summary>
/// <param name="IsEnabled">False switches it off; true, the mesh's default, when absent.</param>
public sealed record LocalityLoadBalancing(
    bool IsEnabled,
    IReadOnlyList<LocalityDistribution> Distribute,
    IReadOnlyList<LocalityFailover> Failover,
    IReadOnlyList<string> FailoverPriority)
{
    private static readonly string[] Topology =
        ["topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone"];

    internal static LocalityLoadBalancing? Read(Fields? locality, bool hasOutlierDetection)
    {
        if (locality is null)
        {
            return null;
        }

        var read = new LocalityLoadBalancing(
            !locality.Has("enabled") || locality.Flag("enabled"),
            LocalityDistribution.ReadAll(locality.Objects("distribute")),
            [.. locality.Objects("failover").Select(LocalityFailover.Read)],
            locality.Texts("failoverPriority"));
        locality.Known("enabled");
        read.CheckTogether(locality, hasOutlierDetection);
        locality.End();
        return read;
    }

    private void CheckTogether(Fields locality, bool hasOutlierDetection)
    {
        if (Distribute.Count > 0 && Failover.Count > 0)
        {
            locality.Error("failover", "can not simultaneously specify 'distribute' and 'failover'; leave one out");
        }
        else if (Distribute.Count > 0 && FailoverPriority.Count > 0)
        {
            locality.Warn("failoverPriority", "has no effect beside 'distribute'; leave one out");
        }

        if (Failover.Count > 0 && FailoverPriority.FirstOrDefault(Topology.Contains) is { } label)
        {
            locality.Error("failoverPriority", $"can not simultaneously set 'failover' and topology label '{label}' in "
                + "'failoverPriority'; leave one out");
        }

        if ((Failover.Count > 0 || FailoverPriority.Count > 0) && !hasOutlierDetection)
        {
            locality.Warn(Failover.Count > 0 ? "failover" : "failoverPriority",
                "outlier detection policy must be provided for failover; without one, no endpoint counts as failed");
        }
    }
}

/// <summary>When <paramref name="From"/>, a region, fails, <paramref name="To"/> takes over.</summary>
public sealed record LocalityFailover(string From, string To)
{
    internal static LocalityFailover Read(Fields fields)
    {
        var read = new LocalityFailover(RegionOf(fields, "from"), RegionOf(fields, "to"));
        if (read.From.Length > 0 && read.From == read.To)
        {
            fields.Error("to", $"locality lb failover settings must specify different regions, both are '{read.To}'");
        }

        fields.End();
        return read;
    }

    private static string RegionOf(Fields fields, string name)
    {
        var region = fields.RequiredText(name);
        if (region.Contains('/'))
        {
            fields.Error(name, $"locality lb failover only specify region; write '{region.Split('/')[0]}'");
        }
        else if (region.Contains('*'))
        {
            fields.Error(name, "locality lb failover region should not contain '*' wildcard; write the region's name");
        }

        return region;
    }
}
