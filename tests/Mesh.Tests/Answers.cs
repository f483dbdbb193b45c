namespace ColorDemo.Mesh.Tests;

internal static class Answers
{
    /// <returns>Null when there is no such header; all of its values, joined.</returns>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(",", values)
            : null;
}
