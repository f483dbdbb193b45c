namespace ColorDemo.Mesh.Istio;

/// <summary>Where a resource was read.</summary>
/// <param name="Line">One-based line of the resource's first field.</param>
public sealed record Origin(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>The name of a resource, and its age, which decides when two of them compete.</summary>
/// <param name="Namespace"><c>default</c> when the manifest names none, as kubectl would.</param>
/// <param name="Created">Absent in most files; then the name decides, as in Istio for equal ages.</param>
public sealed record Metadata(string Name, string Namespace, DateTimeOffset? Created, Origin Origin)
{
    /// <summary>How a short host of this resource is written out: Istio's <c>ResolveShortnameToFQDN</c>.</summary>
    /// <remarks>Only a name without any dot is short: <c>color-svc.color</c> stays the literal host it is.</remarks>
    public string FullHost(string host) =>
        host.Contains('.') || host == "*" ? host : $"{host}.{Namespace}.svc.cluster.local";

    public override string ToString() => $"{Namespace}/{Name}";
}
