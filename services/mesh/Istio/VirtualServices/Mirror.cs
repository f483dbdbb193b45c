namespace ColorDemo.Mesh.Istio;

/// <summary>Gets a copy of some requests, whose answer nobody sees. Istio <c>HTTPMirrorPolicy</c>.</summary>
/// <param name="Percent">Above 0, to 100: one with 0 is not read at all.</param>
public sealed record Mirror(Destination Destination, double Percent)
{
    private const double All = 100;

    /// <summary>All mirrors of a rule; null when it says nothing of mirrors.</summary>
    internal static IReadOnlyList<Mirror>? ReadAll(Metadata metadata, Fields rule)
    {
        if (rule.Has("mirror") && !rule.HasNothing("mirrors"))
        {
            rule.Error("mirrors",
                "HTTP route cannot contain both mirror and mirrors; move the one under mirror to mirrors");
        }

        var share = ReadShare(rule);
        var single = rule.Object("mirror") is { } mirror
            ? new Mirror(Destination.Read(metadata, mirror), share)
            : null;
        Mirror[] mirrors = [.. rule.Objects("mirrors").Select(one => Read(metadata, one))];
        return single is null && mirrors.Length == 0
            ? null
            : [.. (single is null ? mirrors : [single, .. mirrors]).Where(one => one.Percent > 0)];
    }

    private static Mirror Read(Metadata metadata, Fields mirror)
    {
        var read = new Mirror(
            Destination.ReadRequired(metadata, mirror), Percentage.OfMirror(mirror, "percentage") ?? All);
        mirror.End();
        return read;
    }

    /// <summary>The newest of the three fields decides.</summary>
    private static double ReadShare(Fields rule)
    {
        var share = Percentage.OfMirror(rule, "mirrorPercentage");
        if (rule.Has("mirrorPercent") && rule.Has("mirror_percent"))
        {
            rule.Error("mirror_percent", "is the same field as mirrorPercent; keep neither, write mirrorPercentage");
        }

        var old = ReadOldShare(rule, "mirrorPercent");
        var oldest = ReadOldShare(rule, "mirror_percent");
        return share ?? old ?? oldest ?? All;
    }

    private static double? ReadOldShare(Fields rule, string name)
    {
        var share = rule.WholeNumber(name, 0, int.MaxValue);
        if (share > All)
        {
            rule.Error(name, $"mirror_percent must have a max value of 100 (it has {share}); 100 mirrors everything");
        }
        else if (share is not null)
        {
            rule.Warn(name, "using deprecated setting \"mirrorPercent\", use \"mirrorPercentage\" instead");
        }

        return share;
    }
}
