namespace ColorDemo.Mesh.Istio;

/// <summary>Collects what is wrong with one document, each problem with its place.</summary>
internal sealed class ProblemReport(ManifestDocument document, List<ManifestProblem> problems)
{
    public Origin OriginOf(string field) => new(document.File, document.LineOf(field));

    public void Error(string field, string message, string code = ProblemCode.InvalidValue) =>
        problems.Add(document.Problem(field, message, code));

    public void Warn(string field, string message, string code = ProblemCode.Doubtful) =>
        problems.Add(document.Problem(field, message, code, isError: false));
}
