using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher.Saving;

/// <summary>
/// Writes what an object should say into the text of its file, and leaves the rest of the text as it is: comments,
/// order, quotes, blank lines, the other objects.
/// </summary>
/// <remarks>What it wrote is read again: a text that does not mean the wanted object is not handed out.</remarks>
internal static class ManifestEditor
{
    private const string ByteOrderMark = "\ufeff";

    /// <param name="now">What the file says of the object, to tell it from what somebody wrote meanwhile.</param>
    /// <returns>The same text when nothing is to be changed.</returns>
    /// <exception cref="CannotSaveException">The change cannot be written without changing more than it.</exception>
    public static string Edit(string file, string text, JsonObject now, JsonObject wanted)
    {
        var mark = MarkOf(text);
        var before = Read(file, text);
        var found = Find(file, before, now);
        if (Identity(file, wanted) != before[found].Identity)
        {
            throw new CannotSaveException(file, before[found].Line, "",
                $"{Shown(before[found])} is no longer the same object: {Identity(file, wanted)}");
        }

        if (JsonNode.DeepEquals(now, wanted))
        {
            return text;
        }

        var written = Write(file, new(text[mark.Length..]), before[found], wanted);
        if (written is null || !IsWanted(file, written, before, found, wanted))
        {
            throw new CannotSaveException(file, before[found].Line, "",
                $"{Shown(before[found])} is written in a way that this change cannot be put into; change it by hand");
        }

        return mark + written;
    }

    /// <summary>What a file's text holds, which may start with a byte order mark.</summary>
    /// <exception cref="CannotSaveException">It is no YAML.</exception>
    public static List<ManifestDocument> Read(string file, string text)
    {
        List<ManifestProblem> problems = [];
        var documents = YamlDocuments.Read(file, text[MarkOf(text).Length..], problems);
        return problems.Find(problem => problem.Code is ProblemCode.Yaml or ProblemCode.DuplicateKey) is { } wrong
            ? throw new CannotSaveException(wrong)
            : [.. documents];
    }

    private static string MarkOf(string text) =>
        text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark : "";

    private static int Find(string file, List<ManifestDocument> documents, JsonObject now)
    {
        var identity = Identity(file, now);
        var found = documents.FindIndex(one => one.Identity == identity);
        if (found < 0)
        {
            throw new CannotSaveException(file, 1, "", $"the file no longer has {identity}");
        }

        var one = documents[found];
        if (documents.FindLastIndex(one => one.Identity == identity) is var other && other != found)
        {
            throw new CannotSaveException(
                file, documents[other].Line, "", $"{Shown(one)} stands at line {one.Line} already; keep one");
        }

        return JsonNode.DeepEquals(one.Json, now)
            ? found
            : throw new CannotSaveException(file, one.Line, "", $"{Shown(one)} was changed in the file meanwhile");
    }

    private static string? Write(string file, YamlText text, ManifestDocument document, JsonObject wanted)
    {
        foreach (var root in YamlParts.Roots(text))
        {
            var part = root.All.FirstOrDefault(part =>
                part.IsMapping && (part.Line, part.Column) == (document.Start.Line, document.Start.Column));
            if (part is not null)
            {
                var edits = new TextEdits(text);
                new ObjectChange(file, text, root, edits).Write(part, document.Json, wanted);
                return edits.Apply();
            }
        }

        throw new CannotSaveException(
            file, document.Line, "", $"{Shown(document)} stands under an alias; change it by hand");
    }

    private static bool IsWanted(
        string file, string text, List<ManifestDocument> before, int changed, JsonObject wanted)
    {
        List<ManifestProblem> problems = [];
        var after = YamlDocuments.Read(file, text, problems);
        return after.Count == before.Count
            && !problems.Any(problem => problem.Code is ProblemCode.Yaml or ProblemCode.DuplicateKey)
            && after.Select((one, place) => (one.Json, Wanted: place == changed ? wanted : before[place].Json))
                .All(one => JsonNode.DeepEquals(one.Json, one.Wanted));
    }

    private static string Identity(string file, JsonObject json) =>
        new ManifestDocument(file, new(1, 1), json, new Dictionary<string, Position>()).Identity;

    private static string Shown(ManifestDocument one) => $"{one.Kind} {one.Namespace}/{one.Name}";
}
