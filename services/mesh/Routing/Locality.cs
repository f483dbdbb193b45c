namespace ColorDemo.Mesh.Routing;

/// <summary>Where something runs; a part that is not known is empty.</summary>
public readonly record struct Locality(string Region, string Zone, string Subzone)
{
    public static Locality Unknown { get; } = new("", "", "");

    /// <param name="text"><c>region</c>, <c>region/zone</c> or <c>region/zone/subzone</c>.</param>
    public static Locality Parse(string? text)
    {
        var parts = (text ?? "").Split('/', 3);
        return new(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
    }

    /// <summary>0 in the same subzone, 1 in the same zone, 2 in the same region, 3 elsewhere.</summary>
    /// <remarks>Source: Istio's <c>util.LbPriority</c>.</remarks>
    public int DistanceTo(Locality other) =>
        Region != other.Region ? 3 : Zone != other.Zone ? 2 : Subzone != other.Subzone ? 1 : 0;

    /// <summary>Whether <paramref name="rule"/> names this place: <c>*</c> stands for all from there on.</summary>
    /// <remarks>Source: Istio's <c>util.LocalityMatch</c>: an absent tail of the rule matches everything too.</remarks>
    public bool Matches(string rule)
    {
        var (region, zone, subzone) = Parse(rule);
        return region == "*" || (region == Region && (zone is "" or "*"
            || (zone == Zone && (subzone is "" or "*" || subzone == Subzone))));
    }

    public override string ToString() => string.Join('/', new[] { Region, Zone, Subzone }.TakeWhile(one => one != ""));
}
