using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher.Saving;

/// <summary>A change that is not written to its file, and why: the file is left as it is.</summary>
internal sealed class CannotSaveException(ManifestProblem problem) : Exception(problem.ToString())
{
    public CannotSaveException(string file, int line, string field, string message)
        : this(new(file, line, field, message) { Code = ProblemCode.File })
    {
    }

    public ManifestProblem Problem => problem;
}
