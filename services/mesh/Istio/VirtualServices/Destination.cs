namespace ColorDemo.Mesh.Istio;

/// <summary>A service, or a part of it. Istio <c>Destination</c>.</summary>
/// <param name="Host">Full name: a short one was completed with the VirtualService's namespace.</param>
/// <param name="Subset">A subset of the host's DestinationRule; absent means all endpoints.</param>
/// <param name="Port">Absent: the service's only port, else the port that the request came in on.</param>
public sealed record Destination(string Host, string? Subset, int? Port)
{
    /// <summary>The destination of a route or a mirror, which must have one.</summary>
    internal static Destination ReadRequired(Metadata metadata, Fields owner)
    {
        if (!owner.Has("destination"))
        {
            owner.Error("destination", "destination is required; give it the host of a service");
        }

        return owner.Object("destination") is { } destination ? Read(metadata, destination) : new("", null, null);
    }

    internal static Destination Read(Metadata metadata, Fields destination)
    {
        var host = destination.RequiredText("host");
        if (host == "*" || (host.Length > 0 && HostName.FlawOf(host) is not null))
        {
            destination.Error("host", $"invalid destination host '{host}'; name the host of a service");
        }

        var subset = destination.Text("subset");
        if (subset is { Length: > 0 } && !Names.IsLabelInAnyCase(subset))
        {
            destination.Error("subset",
                $"subset name is invalid: '{subset}'; use letters, digits and inner hyphens");
        }

        var read = new Destination(
            metadata.FullHost(host), subset is "" ? null : subset, ReadPort(destination.Object("port")));
        destination.End();
        return read;
    }

    private static int? ReadPort(Fields? port)
    {
        var number = port?.WholeNumber("number", 1, 65535);
        if (port is not null && !port.Has("number"))
        {
            port.Error("number", "is required, from 1 to 65535; or leave port out");
        }

        port?.End();
        return number;
    }
}
