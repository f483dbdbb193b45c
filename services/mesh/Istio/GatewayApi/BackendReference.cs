namespace ColorDemo.Mesh.Istio;

/// <summary>Names a service. Gateway API <c>BackendObjectReference</c>.</summary>
/// <param name="Group">Empty, the default, for Kubernetes' own.</param>
/// <param name="Kind">Service, the default; or Hostname of networking.istio.io, whose name is a host.</param>
/// <param name="Namespace">Absent: the route's own.</param>
/// <param name="Port">Of the Service, which must have one.</param>
public sealed record BackendReference(string Group, string Kind, string Name, string? Namespace, int? Port)
{
    public bool IsService => this is { Group: "", Kind: "Service" };

    public bool IsHostname => this is { Group: "networking.istio.io", Kind: "Hostname" };

    /// <summary>False for what Istio takes as a mistake of the whole route, not of this share alone.</summary>
    /// <remarks>Source: Istio's <c>buildDestination</c>.</remarks>
    public bool IsServed =>
        !(IsService && Name.Contains('.')) && !(IsHostname && (Namespace is not null || Port is null));

    internal static BackendReference Read(Fields backend)
    {
        var read = new BackendReference(
            backend.Text("group") ?? "",
            backend.Text("kind") ?? "Service",
            backend.RequiredText("name"),
            backend.NamespaceName("namespace"),
            backend.WholeNumber("port", 1, 65535));
        if (read.IsService && !backend.Has("port"))
        {
            backend.Error("port", "is required for a Service; write one of the Service's ports");
        }

        Warn(read, backend);
        return read;
    }

    private static void Warn(BackendReference read, Fields backend)
    {
        const string Consequence = "Istio serves nothing of this HTTPRoute";
        if (read.IsService && read.Name.Contains('.'))
        {
            backend.Warn("name", $"{Consequence}: write the name of the Service, not its host");
        }
        else if (read.IsHostname && read.Namespace is not null)
        {
            backend.Warn("namespace", $"{Consequence}: a Hostname has no namespace");
        }
        else if (read.IsHostname && read.Port is null)
        {
            backend.Warn("name", $"{Consequence}: a Hostname needs a port");
        }
        else if (!read.IsService && !read.IsHostname)
        {
            backend.Warn("name",
                $"Istio routes to no {read.Kind} of group '{read.Group}'; these requests are answered with 500");
        }
    }
}
