namespace ColorDemo.Mesh.Istio;

/// <summary>
/// An address that serves a ServiceEntry: one of its endpoints, or a resource of its own. Istio <c>WorkloadEntry</c>.
/// </summary>
/// <param name="Metadata">Null for an endpoint that stands in the ServiceEntry.</param>
/// <param name="Address">An IP address, a host or a unix socket; empty when only the network is known.</param>
/// <param name="Ports">By the name of the ServiceEntry's port; else that port's target port.</param>
/// <param name="Locality"><c>region/zone/subzone</c>, or a part of it.</param>
/// <param name="Weight">Relative; absent means 1.</param>
public sealed record WorkloadEntry(
    Metadata? Metadata,
    string Address,
    IReadOnlyDictionary<string, int> Ports,
    IReadOnlyDictionary<string, string> Labels,
    string? Network,
    string? Locality,
    int? Weight)
{
    private const int LongestPortName = 62;

    internal static WorkloadEntry Read(Metadata? metadata, Fields fields)
    {
        var read = new WorkloadEntry(
            metadata,
            AddressOf(fields),
            PortsOf(fields),
            LabelMap.Read(fields, "labels"),
            fields.Text("network"),
            fields.Text("locality"),
            fields.WholeNumber("weight", 0, int.MaxValue));
        fields.NotSimulated("serviceAccount");
        fields.Text("serviceAccount");
        fields.End();
        return read;
    }

    private static string AddressOf(Fields fields)
    {
        var address = fields.Text("address") ?? "";
        if (address.Length == 0)
        {
            CheckNetwork(fields);
        }
        else if (UnixAddress.Is(address))
        {
            CheckSocket(fields, address);
        }
        else if (!HostName.IsAddress(address) && !HostName.IsFullName(address))
        {
            fields.Error("address", $"'{address}' is not a valid FQDN or an IP address");
        }

        return address;
    }

    private static void CheckNetwork(Fields fields)
    {
        if (fields.Has("network"))
        {
            fields.Warn(
                "network", "address is unset with network: requests go to the network's gateway, if it has one");
        }
        else if (fields.LacksText("address"))
        {
            fields.Error("address", "address is required: an IP address, a host or unix:///path");
        }
    }

    private static void CheckSocket(Fields fields, string address)
    {
        if (UnixAddress.FlawOf(address) is { } flaw)
        {
            fields.Error("address", flaw);
        }

        if (fields.Has("ports"))
        {
            fields.Error("ports", "unix endpoint must not include ports; leave them out");
        }
    }

    private static Dictionary<string, int> PortsOf(Fields fields)
    {
        Dictionary<string, int> ports = [];
        var given = fields.Object("ports");
        foreach (var name in given?.Names ?? [])
        {
            if (name.Length > LongestPortName || !Names.IsLabelInAnyCase(name))
            {
                given!.Error(name, $"'{name}' is no port name; write at most {LongestPortName} letters, digits "
                    + "and inner hyphens");
            }
            else if (given!.RequiredWholeNumber(name, 1, 65535) is { } number)
            {
                ports[name] = number;
            }

            given!.Known(name);
        }

        return ports;
    }
}
