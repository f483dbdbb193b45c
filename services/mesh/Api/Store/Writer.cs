namespace ColorDemo.Mesh.Api;

/// <summary>Who changes an object.</summary>
/// <param name="Name">A field manager such as <c>kubectl-edit</c>, or the file and line.</param>
public sealed record Writer(string Name)
{
    /// <summary>The cluster's own parts, which write no origin: a pod has none but its Deployment.</summary>
    public bool IsFile { get; init; }

    public static Writer Cluster { get; } = new("");
}
