using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>Finds every field of a kind by letting its reader read, again and again, all that it asked for.</summary>
/// <remarks>
/// It begins with an empty spec. Whatever the reader asks for is there the next time, until it asks for nothing new;
/// a field that takes words says each of them once, since readers may look at other fields then.
/// </remarks>
internal sealed class ProbedKind(string apiVersion, string kind)
{
    /// <summary>Stands in paths for keys of the user's own.</summary>
    public const string FreeKey = "sample";

    private const string Spec = "spec.";
    private const int MostReadings = 50;

    private readonly AskedFields _asked = new();
    private readonly HashSet<string> _unknown = [];

    public AskedFields Read()
    {
        for (var word = 0; word <= _asked.Words.Values.Select(words => words.Count - 1).DefaultIfEmpty(0).Max(); word++)
        {
            Saturate(word);
        }

        return _asked;
    }

    private void Saturate(int word)
    {
        for (var reading = 0; reading < MostReadings; reading++)
        {
            var before = _asked.Forms.ToHashSet();
            ReadOnce(SpecOf(word));
            if (before.SetEquals(_asked.Forms))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{kind}: after {MostReadings} readings there are still new fields");
    }

    private void ReadOnce(JsonObject spec)
    {
        var json = new JsonObject
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = kind,
            ["metadata"] = new JsonObject { ["name"] = "sample" },
            ["spec"] = spec,
        };
        var document = new ManifestDocument("", new(1, 1), json, new Dictionary<string, Position>());
        List<ManifestProblem> problems = [];
        new ManifestKinds().Read(document, new(document, problems) { Asked = _asked });
        _unknown.UnionWith(problems
            .Where(problem => problem.Code == ProblemCode.UnknownField)
            .Select(problem => problem.Field));
    }

    private JsonObject SpecOf(int word)
    {
        var spec = new JsonObject();
        foreach (var (path, form) in _asked.Forms.Where(one => one.Key.StartsWith(Spec, StringComparison.Ordinal)))
        {
            Set(spec, path[Spec.Length..].Split('.'), ValueOf(path, form, word));
        }

        return spec;
    }

    private static void Set(JsonObject spec, ReadOnlySpan<string> path, JsonNode value)
    {
        foreach (var name in path[..^1])
        {
            var inner = name.EndsWith("[0]", StringComparison.Ordinal) ? spec[name[..^3]]?[0] : spec[name];
            spec = (JsonObject)inner!;
        }

        spec[path[^1]] = value;
    }

    private JsonNode ValueOf(string path, FieldForm form, int word) => form switch
    {
        FieldForm.Flag => true,
        FieldForm.Number or FieldForm.WholeNumber => 1L,
        FieldForm.Word => _asked.Words[path][word % _asked.Words[path].Count],
        FieldForm.Numbers => new JsonArray(400L),
        FieldForm.Texts => new JsonArray(FreeKey),
        FieldForm.Mapping => MappingOf(path),
        FieldForm.Mappings => new JsonArray(MappingOf($"{path}[0]")),
        _ => FreeKey,
    };

    /// <summary>A mapping in which nothing is asked for may have keys of the user's own.</summary>
    private JsonObject MappingOf(string path) =>
        _unknown.Contains($"{path}.{FreeKey}")
        || _asked.Forms.Keys.Any(asked => asked.StartsWith($"{path}.", StringComparison.Ordinal)
            && asked != $"{path}.{FreeKey}")
            ? []
            : new() { [FreeKey] = FreeKey };
}
