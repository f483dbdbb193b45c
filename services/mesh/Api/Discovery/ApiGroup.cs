namespace ColorDemo.Mesh.Api;

/// <summary>The kinds that share a group, in the order in which an API server tells them.</summary>
/// <param name="Name">Empty for the core group.</param>
/// <param name="Versions">The preferred one first.</param>
internal sealed record ApiGroup(string Name, IReadOnlyList<string> Versions)
{
    /// <summary>Kubernetes' own groups come first, in this order; all others follow by name.</summary>
    private static readonly string[] Own = ["", "apps", "rbac.authorization.k8s.io", "discovery.k8s.io"];

    public static IReadOnlyList<ApiGroup> All { get; } =
    [
        .. ApiResources.All
            .GroupBy(resource => resource.Group, (name, resources) => new ApiGroup(name, VersionsOf(resources)))
            .OrderBy(group => Array.IndexOf(Own, group.Name) is var place and >= 0 ? place : Own.Length)
            .ThenBy(group => group.Name, StringComparer.Ordinal),
    ];

    public bool IsCore => Name.Length == 0;

    /// <summary>As objects say it, for example <c>apps/v1</c>, or <c>v1</c> alone.</summary>
    public string ApiVersionOf(string version) => IsCore ? version : $"{Name}/{version}";

    /// <summary>Without a slash in front, for example <c>apis/apps/v1</c>.</summary>
    public string PathOf(string version) => IsCore ? $"api/{version}" : $"apis/{Name}/{version}";

    public IEnumerable<ApiResource> ResourcesOf(string version) => ApiResources.All
        .Where(resource => resource.Group == Name && resource.Versions.Contains(version))
        .OrderBy(resource => resource.Plural, StringComparer.Ordinal);

    private static string[] VersionsOf(IEnumerable<ApiResource> resources) =>
    [
        .. resources
            .SelectMany(resource => resource.Versions)
            .Distinct()
            .OrderBy(version => version.Contains("alpha") ? 2 : version.Contains("beta") ? 1 : 0)
            .ThenByDescending(version => version, StringComparer.Ordinal),
    ];
}
