namespace ColorDemo.Mesh.Istio;

/// <summary>Collects what is wrong with one document, each problem with its place.</summary>
internal sealed class ProblemReport(ManifestDocument document, List<ManifestProblem> problems)
{
    /// <summary>Whether anything in the document was refused until now.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Hears of every field that is asked for; nobody does but who describes the readers.</summary>
    public AskedFields? Asked { get; init; }

    public Origin OriginOf(string field) => new(document.File, document.LineOf(field));

    public void Error(string field, string message, string code = ProblemCode.InvalidValue)
    {
        HasErrors = true;
        problems.Add(document.Problem(field, message, code));
    }

    public void Warn(string field, string message, string code = ProblemCode.Doubtful) =>
        problems.Add(document.Problem(field, message, code, isError: false));
}
