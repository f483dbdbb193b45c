namespace ColorDemo.Mesh.Api;

/// <summary>The path of objects, for example <c>/apis/apps/v1/namespaces/color/deployments/one/scale</c>.</summary>
/// <param name="Version">One of the resource's.</param>
/// <param name="Namespace">Empty for all, and for a kind without namespaces.</param>
/// <param name="Name">Empty for a list.</param>
/// <param name="Subresource">Empty for the object itself.</param>
internal sealed record ApiPath(
    ApiResource Resource, string Version, string Namespace, string Name, string Subresource)
{
    public string ApiVersion => Resource.ApiVersionOf(Version);

    public ObjectKey Key => new(Resource.Group, Resource.Kind, Namespace, Name);

    /// <summary>Whether it lists every namespace of a kind that has namespaces: nothing can be written there.</summary>
    public bool IsOfAllNamespaces => Resource.IsNamespaced && Namespace.Length == 0;

    /// <returns>Null when no objects are served there.</returns>
    public static ApiPath? Parse(string path) => path.Split('/') switch
    {
        ["", "api", var version, .. var rest] => Parse("", version, rest),
        ["", "apis", { Length: > 0 } group, var version, .. var rest] => Parse(group, version, rest),
        _ => null,
    };

    private static ApiPath? Parse(string group, string version, string[] rest)
    {
        var isNamespaced = rest is ["namespaces", _, not ("status" or "finalize"), ..];
        var (space, names) = isNamespaced ? (rest[1], rest[2..]) : ("", rest);
        if (names.Length is 0 or > 3 || rest.Contains("")
            || ApiResources.Find(group, version, names[0]) is not { } found)
        {
            return null;
        }

        var path = new ApiPath(
            found, version, space, names.ElementAtOrDefault(1) ?? "", names.ElementAtOrDefault(2) ?? "");
        var fits = found.IsNamespaced ? isNamespaced || path.Name.Length == 0 : !isNamespaced;
        return fits && path.IsServed ? path : null;
    }

    private bool IsServed => Subresource switch
    {
        "" => true,
        "status" => Resource.HasStatus,
        "scale" => Resource.HasScale,
        "log" => IsOfPods,
        _ => IsOfPods && IsNotServedOnPurpose,
    };

    /// <summary>What Kubernetes has for pods and this cluster has not.</summary>
    public bool IsNotServedOnPurpose => Subresource is "attach" or "exec" or "portforward" or "proxy";

    public bool IsOfPods => Resource is { Group: "", Kind: "Pod" };
}
