namespace ColorDemo.Mesh.Api;

/// <summary>A kind of object that the Kubernetes API serves.</summary>
/// <param name="Group">Empty for the core group, which is served under <c>/api</c> instead of <c>/apis</c>.</param>
/// <param name="Versions">All with the same fields; the first is the preferred one, and the one that is stored.</param>
/// <param name="Plural">The name in paths, for example <c>virtualservices</c>.</param>
internal sealed record ApiResource(string Group, IReadOnlyList<string> Versions, string Kind, string Plural)
{
    private static readonly string[] AllVerbs =
        ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

    /// <summary>What <c>kubectl get</c> takes for it besides its names, for example <c>vs</c>.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>The groups that <c>kubectl get</c> takes for it, for example <c>all</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public bool IsNamespaced { get; init; } = true;

    public bool HasStatus { get; init; }

    /// <summary>Whether <c>/scale</c> is served.</summary>
    public bool HasScale { get; init; }

    /// <summary>The official client's model of a kind of Kubernetes' own; absent for all others.</summary>
    public Type? Model { get; init; }

    public IReadOnlyList<string> Verbs { get; init; } = AllVerbs;

    public string Singular => Kind.ToLowerInvariant();

    /// <summary>The group and version that objects are stored in.</summary>
    public string ApiVersion => ApiVersionOf(Versions[0]);

    /// <summary>As in error messages: <c>virtualservices.networking.istio.io</c>, or <c>pods</c> alone.</summary>
    public string QualifiedName => Group.Length > 0 ? $"{Plural}.{Group}" : Plural;

    public string ApiVersionOf(string version) => Group.Length > 0 ? $"{Group}/{version}" : version;
}
