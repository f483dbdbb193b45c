using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ColorDemo.Mesh.Istio;

/// <summary>Turns one YAML document into JSON and remembers where every field stands.</summary>
/// <remarks>
/// Reads the parser's events rather than YamlDotNet's object model: that one stops at the first duplicate key, and an
/// alias in it can unfold to any size.
/// </remarks>
internal sealed class YamlTree(IParser parser)
{
    public const int DeepestNesting = 64;

    private const int LongestPath = 4_096;
    private const long MostRemembered = 64 * 1024 * 1024;

    private readonly Dictionary<string, Position> _positions = [];
    private readonly List<(string Path, Position Position)> _repeated = [];
    private readonly YamlAnchors _anchors = new();
    private long _remembered;

    public IReadOnlyDictionary<string, Position> Positions => _positions;

    /// <summary>Keys that their mapping has already.</summary>
    public IReadOnlyList<(string Path, Position Position)> Repeated => _repeated;

    public JsonNode? Read() => Node("", 0);

    private JsonNode? Node(string path, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw Refusal(parser.Current!, $"nested over {DeepestNesting} deep");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.Resolve(alias, depth);
        }

        var start = parser.Current as NodeEvent;
        JsonNode? node = start switch
        {
            MappingStart => Mapping(path, depth),
            SequenceStart => Sequence(path, depth),
            _ => YamlScalar.Read(parser.Consume<Scalar>()),
        };
        _anchors.Keep(start?.Anchor ?? AnchorName.Empty, node);
        return node;
    }

    private JsonObject Mapping(string path, int depth)
    {
        var start = parser.Consume<MappingStart>();
        var json = new JsonObject();
        List<(JsonNode? Value, Scalar Key)> merges = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw Refusal(start, "a key must be plain text");
            }

            var field = Inside(path, key.Value);
            var position = key.Start.ToPosition();
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                merges.Add((Node(field, depth + 1), key));
                continue;
            }

            if (json.ContainsKey(key.Value))
            {
                _repeated.Add((field, position));
            }

            Remember(field, position);
            json[key.Value] = Node(field, depth + 1);
        }

        merges.ForEach(merge => Merge(json, merge.Value, merge.Key, path));
        return json;
    }

    private JsonArray Sequence(string path, int depth)
    {
        var start = parser.Consume<SequenceStart>();
        _positions.TryAdd(path, start.Start.ToPosition());
        var json = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var item = $"{path}[{json.Count}]";
            Remember(item, parser.Current!.Start.ToPosition());
            json.Add(Node(item, depth + 1));
        }

        return json;
    }

    /// <summary>YAML 1.1's <c>&lt;&lt;</c>: what the mapping does not say itself, the first of these says.</summary>
    private void Merge(JsonObject json, JsonNode? value, Scalar key, string path)
    {
        foreach (var part in value as JsonArray ?? [value?.DeepClone()])
        {
            if (part is not JsonObject other)
            {
                throw Refusal(key, "<< takes a mapping, or a list of mappings");
            }

            foreach (var (name, inherited) in other.Where(field => !json.ContainsKey(field.Key)).ToList())
            {
                json[name] = inherited?.DeepClone();
                _positions.TryAdd(Inside(path, name), key.Start.ToPosition());
            }
        }
    }

    /// <exception cref="YamlException">The paths of all fields together would fill the memory.</exception>
    private void Remember(string path, Position position)
    {
        _remembered += path.Length;
        if (path.Length > LongestPath || _remembered > MostRemembered)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End,
                path.Length > LongestPath
                    ? $"the names of nested fields are longer than {LongestPath} characters together"
                    : "too many fields with too long names");
        }

        _positions[path] = position;
    }

    private static string Inside(string path, string name) => path.Length > 0 ? $"{path}.{name}" : name;

    private static YamlException Refusal(ParsingEvent at, string message) => new(at.Start, at.End, message);
}
