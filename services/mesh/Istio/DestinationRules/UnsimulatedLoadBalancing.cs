namespace ColorDemo.Mesh.Istio;

/// <summary>Fields of a load balancer that are checked as Istio would, and then passed over.</summary>
internal static class UnsimulatedLoadBalancing
{
    public static void Check(Fields loadBalancer)
    {
        loadBalancer.NotSimulated("backendUtilization", "warmup", "warmupDurationSecs", "zoneAwareLbSetting");
        CheckUtilization(loadBalancer.Object("backendUtilization"));
        CheckWarmup(loadBalancer.Object("warmup"));
        loadBalancer.Duration("warmupDurationSecs");
        CheckZoneAware(loadBalancer.Object("zoneAwareLbSetting"));
    }

    private static void CheckUtilization(Fields? utilization)
    {
        utilization?.WholeNumber("errorUtilizationPenaltyPercent", 0, int.MaxValue);
        utilization?.Texts("metricNamesForComputingUtilization");
        foreach (var period in (string[])["weightExpirationPeriod", "weightStabilizationPeriod", "weightUpdatePeriod"])
        {
            utilization?.Duration(period, TimeSpan.Zero);
        }

        utilization?.End();
    }

    private static void CheckWarmup(Fields? warmup)
    {
        if (warmup is null)
        {
            return;
        }

        if (!warmup.Has("duration"))
        {
            warmup.Error("duration", "is required, for example 30s");
        }

        warmup.Duration("duration");
        warmup.Number("minimumPercent", 0, 100);
        if (warmup.Number("aggression") < 1)
        {
            warmup.Error("aggression", "aggression should be greater than or equal to 1, which is linear");
        }

        warmup.End();
    }

    private static void CheckZoneAware(Fields? zoneAware)
    {
        if (zoneAware is null)
        {
            return;
        }

        zoneAware.Flag("enabled");
        zoneAware.WholeNumber("minClusterSize", 1, int.MaxValue);
        zoneAware.Texts("failoverPriority");
        foreach (var failover in zoneAware.Objects("failover"))
        {
            LocalityFailover.Read(failover);
        }

        zoneAware.End();
    }
}
