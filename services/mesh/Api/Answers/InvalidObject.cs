using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The answer about an object that is refused: every problem with its field, as kubectl prints it.</summary>
internal static class InvalidObject
{
    private const int MostCauses = 32;

    public static ApiStatus Of(ApiResource resource, string name, IReadOnlyList<ManifestProblem> problems)
    {
        var errors = problems.Where(problem => problem.IsError).ToList();
        var told = errors.Take(MostCauses).Select(problem => (Field: FieldOf(problem), Text(problem), problem.Code));
        List<(string Field, string Message, string Code)> causes = [.. told];
        if (errors.Count > MostCauses)
        {
            causes.Add(("", $"and {errors.Count - MostCauses} more", ProblemCode.InvalidValue));
        }

        var list = causes.Select(cause => cause.Field.Length > 0 ? $"{cause.Field}: {cause.Message}" : cause.Message);
        var details = ApiStatus.Of(resource, name);
        details["kind"] = resource.Kind;
        details["causes"] = new JsonArray([.. causes.Select(cause => new JsonObject
        {
            ["reason"] = ReasonOf(cause.Code),
            ["message"] = cause.Message,
            ["field"] = cause.Field,
        })]);
        return new(422, "Invalid", $"{KindOf(resource)} \"{name}\" is invalid: {Join([.. list])}")
        {
            Details = details,
        };

        string Text(ManifestProblem problem) =>
            problem.Name.Length == 0 || (problem.Name == name && problem.Kind == resource.Kind)
                ? problem.Message
                : $"{problem.Message} ({problem.Kind} {problem.Namespace}/{problem.Name})";
    }

    public static ApiStatus Of(ApiResource resource, string name, string field, string message) =>
        Of(resource, name, [new("", 1, field, message)]);

    private static string KindOf(ApiResource resource) =>
        resource.Group.Length > 0 ? $"{resource.Kind}.{resource.Group}" : resource.Kind;

    private static string Join(IReadOnlyList<string> texts) =>
        texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";

    private static string FieldOf(ManifestProblem problem) => GivenValue.Shorten(problem.Field);

    private static string ReasonOf(string code) => code switch
    {
        ProblemCode.Required => "FieldValueRequired",
        ProblemCode.WrongType => "FieldValueTypeInvalid",
        ProblemCode.UnknownField => "FieldValueForbidden",
        ProblemCode.DuplicateKey => "FieldValueDuplicate",
        _ => "FieldValueInvalid",
    };
}
