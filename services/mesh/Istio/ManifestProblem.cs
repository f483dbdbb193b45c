namespace ColorDemo.Mesh.Istio;

/// <summary>Something a manifest says that the mesh refuses, or reads but does not simulate.</summary>
/// <param name="Line">One-based, as an editor counts.</param>
/// <param name="Field">
/// Path inside the resource, for example <c>spec.http[0].route[1].weight</c>; empty when it is about the whole file.
/// </param>
/// <param name="IsError">An error keeps the manifests from being used; a warning does not.</param>
public sealed record ManifestProblem(string File, int Line, string Field, string Message, bool IsError = true)
{
    /// <summary>One-based, of the field's name or the list's item.</summary>
    public int Column { get; init; } = 1;

    /// <summary>Kind of the object; empty when it is about the whole file.</summary>
    public string Kind { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Name { get; init; } = "";

    public string Code { get; init; } = ProblemCode.InvalidValue;

    public override string ToString() =>
        $"{File}:{Line}: {(Field.Length > 0 ? $"{Field}: " : "")}{(IsError ? "" : "warning: ")}{Message}";
}

/// <summary>The manifests cannot be used. Carries every problem, so that one edit can fix them all.</summary>
public sealed class ManifestException(IReadOnlyList<ManifestProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<ManifestProblem> Problems { get; } = problems;
}
