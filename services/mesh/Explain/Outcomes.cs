namespace ColorDemo.Mesh.Explain;

/// <summary>The words for what becomes of a request.</summary>
internal static class Outcomes
{
    public const string Forwarded = "forwarded";
    public const string NoRoute = "no_route";
    public const string NoListener = "no_listener";
    public const string NoCluster = "no_cluster";
    public const string NoHealthyUpstream = "no_healthy_upstream";
    public const string Redirect = "redirect";
    public const string DirectResponse = "direct_response";
    public const string FaultAbort = "fault_abort";
    public const string CorsPreflight = "cors_preflight";
    public const string Passthrough = "passthrough";
}
