namespace ColorDemo.Mesh.Istio;

/// <summary>Blocks of a traffic policy that are checked as Istio would, and then passed over.</summary>
internal static class UnsimulatedPolicies
{
    public static void Check(Fields policy)
    {
        policy.NotSimulated("tunnel", "proxyProtocol", "retryBudget");
        if (policy.Has("tunnel") && policy.Has("proxyProtocol"))
        {
            policy.Error("proxyProtocol", "tunnel and proxyProtocol must not be set together; leave one out");
        }

        CheckTunnel(policy.Object("tunnel"));
        var proxyProtocol = policy.Object("proxyProtocol");
        proxyProtocol?.Choice("version", "V1", "V2");
        proxyProtocol?.End();
        var budget = policy.Object("retryBudget");
        budget?.Number("percent", 0, 100);
        budget?.Duration("budgetInterval");
        budget?.WholeNumber("minRetryConcurrency", 0, int.MaxValue);
        budget?.End();
    }

    private static void CheckTunnel(Fields? tunnel)
    {
        if (tunnel is null)
        {
            return;
        }

        tunnel.Choice("protocol", "CONNECT", "POST");
        var host = tunnel.RequiredText("targetHost");
        if (host.Length > 0 && !HostName.IsFullName(host) && !HostName.IsAddress(host))
        {
            tunnel.Error("targetHost", $"tunnel target host must be valid FQDN or IP address, '{host}' is neither");
        }

        tunnel.RequiredWholeNumber("targetPort", 1, 65535);
        tunnel.End();
    }
}
