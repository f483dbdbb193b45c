namespace ColorDemo.Mesh.Istio;

/// <summary>Collects what is wrong with one document, each problem with its line.</summary>
internal sealed class ProblemReport(ManifestDocument document, List<ManifestProblem> problems)
{
    public Origin OriginOf(string field) => new(document.File, document.LineOf(field));

    public void Error(string field, string message) =>
        problems.Add(new(document.File, document.LineOf(field), field, message));

    public void Warn(string field, string message) =>
        problems.Add(new(document.File, document.LineOf(field), field, message, IsError: false));
}
