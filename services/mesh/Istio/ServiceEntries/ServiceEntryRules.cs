using System.Globalization;

namespace ColorDemo.Mesh.Istio;

/// <summary>What the fields of a ServiceEntry must and must not be together.</summary>
/// <remarks>Source: the CRD's own rules, and Istio's <c>ValidateServiceEntry</c>.</remarks>
internal static class ServiceEntryRules
{
    public static void Check(ServiceEntry entry, Fields spec, IReadOnlyList<Fields> endpoints)
    {
        if (spec.Has("workloadSelector") && spec.Has("endpoints"))
        {
            spec.Error("endpoints", "only one of workloadSelector or endpoints is allowed in a service entry; "
                + "leave one out");
        }

        CheckAddresses(entry, spec);
        CheckPorts(entry, spec);
        switch (entry.Resolution)
        {
            case "NONE":
                CheckNone(spec);
                break;
            case "DNS" or "DNS_ROUND_ROBIN":
                CheckDns(entry, spec);
                break;
        }

        for (var index = 0; index < endpoints.Count; index++)
        {
            CheckEndpoint(entry, entry.Endpoints[index], endpoints[index]);
        }
    }

    private static void CheckAddresses(ServiceEntry entry, Fields spec)
    {
        foreach (var (address, field) in spec.TextItems("addresses"))
        {
            var isRange = address.Contains('/');
            if (isRange ? !IsRange(address) : !HostName.IsAddress(address))
            {
                spec.Error(field, $"'{address}' is no address; write an IP address or a range such as 10.1.0.0/16");
            }
            else if (isRange && entry.Resolution is not ("NONE" or "STATIC" or ""))
            {
                spec.Error(field, "CIDR addresses are allowed only for NONE/STATIC resolution types; write single "
                    + "addresses");
            }
        }
    }

    private static bool IsRange(string text) =>
        text.Split('/') is [var address, var bits]
        && HostName.IsAddress(address)
        && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && length <= (address.Contains(':') ? 128 : 32);

    private static void CheckPorts(ServiceEntry entry, Fields spec)
    {
        var tcp = entry.Ports.Index().FirstOrDefault(port => port.Item.Protocol is "" or "TCP");
        if (!spec.Has("addresses") && tcp.Item is not null)
        {
            spec.Warn($"ports[{tcp.Index}]", "addresses are required for ports serving TCP (or unset) protocol when IP "
                + "autoallocation is not enabled; add addresses");
        }

        var mixed = entry.Ports.Index().FirstOrDefault(port => port.Item.HidesHost);
        if (entry.Resolution is not ("NONE" or "") && entry.Hosts.Count > 1 && mixed.Item is not null)
        {
            spec.Error("hosts", "multiple hosts provided with non-HTTP, non-TLS ports, such as "
                + $"{spec.PathOf("ports")}[{mixed.Index}]; write a service entry for each host");
        }
    }

    private static void CheckNone(Fields spec)
    {
        if (!spec.LacksItems("endpoints"))
        {
            spec.Error("endpoints", "no endpoints should be provided for resolution type NONE; "
                + "write resolution: STATIC or DNS");
        }

        if (spec.Has("workloadSelector"))
        {
            spec.Warn("workloadSelector", "workloadSelector should not be set when resolution mode is NONE; "
                + "write resolution: STATIC or DNS");
        }
    }

    private static void CheckDns(ServiceEntry entry, Fields spec)
    {
        foreach (var (host, field) in spec.TextItems("hosts"))
        {
            if (spec.LacksItems("endpoints") && host != "*" && host.Contains('*') && HostName.FlawOf(host) is null)
            {
                spec.Error(field, $"hosts must be FQDN if no endpoints are provided for resolution mode "
                    + $"{entry.Resolution}, '{host}' is not; name endpoints, or hosts without '*'");
            }
        }

        if (entry.Resolution == "DNS_ROUND_ROBIN" && entry.Endpoints.Count > 1)
        {
            spec.Error("endpoints", "there must only be 0 or 1 endpoint for resolution mode DNS_ROUND_ROBIN; "
                + "write resolution: DNS for more");
        }
    }

    private static void CheckEndpoint(ServiceEntry entry, WorkloadEntry endpoint, Fields fields)
    {
        var isSocket = UnixAddress.Is(endpoint.Address);
        var isDns = entry.Resolution.StartsWith("DNS", StringComparison.Ordinal);
        if (entry.Resolution == "STATIC" && HostName.IsFullName(endpoint.Address)
            && !HostName.IsAddress(endpoint.Address) && !isSocket)
        {
            fields.Error("address", $"endpoint address '{endpoint.Address}' is not a valid IP address; "
                + "write resolution: DNS for hosts");
        }

        if (isDns && (isSocket || fields.LacksText("address")))
        {
            fields.Error("address", $"resolution {entry.Resolution} needs a host or an IP address; write one, "
                + "or resolution: STATIC");
        }
        else if (isSocket && entry.Ports.Count != 1)
        {
            fields.Error(
                "address", $"exactly 1 service port required for unix endpoints, there are {entry.Ports.Count}");
        }

        foreach (var name in endpoint.Ports.Keys.Where(name => entry.Ports.All(port => port.Name != name)))
        {
            fields.Error($"ports.{name}", $"endpoint port '{name}' is not defined by the service entry; "
                + (entry.Ports.Count == 0
                    ? "add it under spec.ports"
                    : $"its ports are {string.Join(", ", entry.Ports.Select(port => port.Name))}"));
        }
    }
}
