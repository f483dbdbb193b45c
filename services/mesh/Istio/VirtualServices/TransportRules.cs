using System.Net;

namespace ColorDemo.Mesh.Istio;

/// <summary>
/// The tcp and tls rules of a VirtualService: checked as Istio checks them, and not simulated. Istio <c>TCPRoute</c>,
/// <c>TLSRoute</c>.
/// </summary>
internal static class TransportRules
{
    private static readonly string[] Kinds = ["tcp", "tls"];

    public static void Check(Fields spec, RuleScope scope)
    {
        spec.NotSimulated([.. Kinds.Where(field => !spec.HasNothing(field))]);
        foreach (var rule in spec.Objects("tcp"))
        {
            foreach (var match in rule.Objects("match"))
            {
                CheckMatch(match, scope);
                CheckSubnet(match, "sourceSubnet", match.Text("sourceSubnet"));
                match.End();
            }

            CheckRoute(rule, "TCP", scope);
        }

        foreach (var rule in spec.Objects("tls"))
        {
            CheckTls(rule, scope);
            CheckRoute(rule, "TLS", scope);
        }
    }

    private static void CheckTls(Fields rule, RuleScope scope)
    {
        if (rule.HasNothing("match"))
        {
            rule.Error("match", "TLS route must have at least one match condition; give it one with sniHosts");
        }

        foreach (var match in rule.Objects("match"))
        {
            CheckMatch(match, scope);
            if (match.HasNothing("sniHosts"))
            {
                match.Error("sniHosts", "TLS match must have at least one SNI host");
            }

            foreach (var (host, field) in match.TextItems("sniHosts"))
            {
                CheckSni(match, field, host, scope);
            }

            match.End();
        }
    }

    private static void CheckSni(Fields match, string field, string host, RuleScope scope)
    {
        if (HostName.IsAddress(host))
        {
            match.Warn(field, $"using an IP address ('{host}') goes against SNI spec and most clients do not support "
                + "this; write a host name");
        }
        else if (HostName.FlawOf(host) is { } flaw && !host.StartsWith("outbound_.", StringComparison.Ordinal))
        {
            match.Error(field, flaw);
        }
        else if (!scope.IsDelegate && !scope.Hosts.Any(served => HostPattern.Covers(served.Text, host)))
        {
            match.Error(field, $"SNI host '{host}' is not a compatible subset of any of the virtual service hosts: "
                + $"{string.Join(", ", scope.Hosts.Select(served => served.Text))}; add it to spec.hosts");
        }
    }

    private static void CheckMatch(Fields match, RuleScope scope)
    {
        foreach (var (subnet, field) in match.TextItems("destinationSubnets"))
        {
            CheckSubnet(match, field, subnet);
        }

        match.WholeNumber("port", 0, 65535);
        SourceLabels.Read(match);
        SourceLabels.CheckNamespace(match);
        GatewayNames.Read(match, scope.Metadata);
    }

    private static void CheckSubnet(Fields match, string field, string? subnet)
    {
        if (subnet is { Length: > 0 } && !IPNetwork.TryParse(subnet, out _) && !IPAddress.TryParse(subnet, out _))
        {
            match.Error(field, $"'{subnet}' is no subnet; write an IP address, or a CIDR such as 10.0.0.0/8");
        }
    }

    private static void CheckRoute(Fields rule, string kind, RuleScope scope)
    {
        if (rule.HasNothing("route"))
        {
            rule.Error("route", $"{kind} route is required; give it at least one destination");
        }

        List<int> weights = [];
        foreach (var route in rule.Objects("route"))
        {
            Destination.ReadRequired(scope.Metadata, route);
            weights.Add(RouteDestination.ReadWeight(route));
            route.End();
        }

        RouteDestination.CheckTotal(rule, weights);
        rule.Known("match");
        rule.End();
    }
}
