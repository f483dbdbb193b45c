using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ColorDemo.Mesh.Istio;

/// <summary>Turns YAML into JSON and remembers the line of every field.</summary>
/// <remarks>
/// Reads the parser's events rather than YamlDotNet's object model: that one stops at the first duplicate key, and an
/// alias in it can unfold to any size.
/// </remarks>
internal sealed class YamlDocuments
{
    private const int DeepestNesting = 64;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly List<ManifestProblem> _problems;
    private Dictionary<string, int> _lines = [];

    private YamlDocuments(string file, string text, List<ManifestProblem> problems)
    {
        _file = file;
        _problems = problems;
        _parser = new(new StringReader(text));
    }

    public static IReadOnlyList<ManifestDocument> Read(string file, string text, List<ManifestProblem> problems)
    {
        try
        {
            return [.. new YamlDocuments(file, text, problems).Documents()];
        }
        catch (YamlException wrong)
        {
            problems.Add(new(file, (int)wrong.Start.Line, "", $"this is not YAML: {Reason(wrong)}"));
            return [];
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet answers so to some damaged texts: to one that ends within a value, or to a tag that is no URI.
            problems.Add(new(file, 1, "", $"this is not YAML: {Reason(wrong)}"));
            return [];
        }
    }

    private static string Reason(Exception wrong) => (wrong.InnerException ?? wrong).Message.ReplaceLineEndings(" ");

    private List<ManifestDocument> Documents()
    {
        List<ManifestDocument> documents = [];
        _parser.Consume<StreamStart>();
        while (_parser.TryConsume<DocumentStart>(out _))
        {
            _lines = [];
            var line = (int)_parser.Current!.Start.Line;
            switch (Node("", 0))
            {
                case JsonObject json:
                    documents.Add(new(_file, line, json, _lines));
                    break;
                case null: // an empty document, as between two separators
                    break;
                default:
                    _problems.Add(new(_file, line, "", "a manifest is a mapping that starts with apiVersion and kind"));
                    break;
            }

            _parser.Consume<DocumentEnd>();
        }

        return documents;
    }

    private JsonNode? Node(string path, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested over {DeepestNesting} deep");
        }

        if (_parser.TryConsume<MappingStart>(out var mapping))
        {
            return Mapping(mapping, path, depth);
        }

        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            return Sequence(sequence, path, depth);
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw new YamlException(alias.Start, alias.End, "aliases are not read here; write the value out");
        }

        return YamlScalar.Read(_parser.Consume<Scalar>());
    }

    private JsonObject Mapping(MappingStart start, string path, int depth)
    {
        var json = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlException(start.Start, start.End, "a key must be plain text");
            }

            var field = path.Length > 0 ? $"{path}.{key.Value}" : key.Value;
            if (json.ContainsKey(key.Value))
            {
                _problems.Add(new(_file, (int)key.Start.Line, field, "stands twice in the same mapping; keep one"));
            }

            _lines[field] = (int)key.Start.Line;
            json[key.Value] = Node(field, depth + 1);
        }

        return json;
    }

    private JsonArray Sequence(SequenceStart start, string path, int depth)
    {
        _lines.TryAdd(path, (int)start.Start.Line);
        var json = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = $"{path}[{json.Count}]";
            _lines[item] = (int)_parser.Current!.Start.Line;
            json.Add(Node(item, depth + 1));
        }

        return json;
    }
}
