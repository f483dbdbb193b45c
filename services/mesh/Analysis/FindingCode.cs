namespace ColorDemo.Mesh.Analysis;

/// <summary>What a finding is about. IST: as <c>istioctl analyze</c> numbers it. COLOR: our own.</summary>
internal static class FindingCode
{
    public const string ReferenceNotFound = "IST0101";
    public const string ConflictingMeshHosts = "IST0109";
    public const string PortRequired = "IST0112";
    public const string UnreachableRule = "IST0130";
    public const string IneffectiveMatch = "IST0131";
    public const string HostNotOnGateway = "IST0132";
    public const string ConflictingGateways = "IST0145";
    public const string SubsetWithoutPods = "IST0173";

    /// <summary>The other cluster's east-west gateway does not know the subset.</summary>
    public const string SubsetUnknownElsewhere = "COLOR001";

    /// <summary>Clusters that send each other requests have different DestinationRules.</summary>
    public const string RulesDiffer = "COLOR002";

    /// <summary>Weights that change nothing.</summary>
    public const string WeightsLikeReplicas = "COLOR003";

    public const string ServiceWithoutPods = "COLOR004";

    public const string TargetPortMissing = "COLOR005";
}
