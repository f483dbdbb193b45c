using System.Text.Encodings.Web;
using System.Text.Json;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher;

/// <summary>Tells a validation to a person or to a program.</summary>
internal sealed class ValidationReport(TextWriter output, Validation validation)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void WriteText()
    {
        foreach (var problem in validation.Problems)
        {
            output.WriteLine(SafeText.Of(problem.ToString().ReplaceLineEndings(" ")));
        }

        if (validation.Errors > 0)
        {
            output.WriteLine("What refers to something that is refused is looked at once that is mended.");
        }

        var found = (validation.Errors, validation.Warnings) switch
        {
            (0, 0) => "no problems",
            (0, var warnings) => Count(warnings, "warning"),
            (var errors, 0) => Count(errors, "error"),
            var (errors, warnings) => $"{Count(errors, "error")}, {Count(warnings, "warning")}",
        };
        output.WriteLine($"{Count(validation.Objects, "object")} in {Count(validation.Files, "file")}: {found}");
    }

    public void WriteJson() =>
        output.WriteLine(JsonSerializer.Serialize(validation.Problems.Select(Row.Of), Json));

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>The order of the fields is the order in which they are written.</summary>
    private sealed record Row(
        string File,
        int Line,
        int Column,
        string Severity,
        string Kind,
        string Name,
        string Field,
        string Message,
        string Code)
    {
        public static Row Of(ManifestProblem problem) => new(
            problem.File,
            problem.Line,
            problem.Column,
            problem.IsError ? "error" : "warning",
            problem.Kind,
            problem.Name,
            problem.Field,
            problem.Message,
            problem.Code);
    }
}
