using System.Text.RegularExpressions;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>One sentence for each field of a kind, for <c>kubectl explain</c>.</summary>
/// <remarks>
/// Lines of the embedded files: <c>path: text</c>; <c>path (type): text</c> where the reader passes the field over and
/// so does not know its type; <c>path as other.path</c> where the fields inside are the same.
/// </remarks>
internal sealed partial class FieldDescriptions
{
    private readonly Dictionary<string, FieldDescription> _own = [];
    private readonly Dictionary<string, string> _alike = [];

    /// <summary>The paths that have a sentence of their own, and those that say what others are like.</summary>
    public IEnumerable<string> Paths => _own.Keys.Concat(_alike.Keys).Concat(_alike.Values);

    /// <summary>Empty for a kind without a file.</summary>
    public static FieldDescriptions Of(ApiResource resource)
    {
        var file = resource is { Kind: "Gateway", Group: GatewayApiKinds.Group } ? "KubernetesGateway" : resource.Kind;
        using var stream = typeof(FieldDescriptions).Assembly.GetManifestResourceStream($"Descriptions/{file}.txt");
        if (stream is null)
        {
            return new();
        }

        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static FieldDescriptions Parse(string text)
    {
        var read = new FieldDescriptions();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = LinePattern.Match(line).Groups;
            var path = parts["path"].Value;
            if (parts["like"].Success)
            {
                read._alike.Add(path, parts["like"].Value);
            }
            else if (parts["text"].Success)
            {
                read._own.Add(path, new(parts["text"].Value, parts["type"].Success ? parts["type"].Value : null));
            }
            else
            {
                throw new FormatException($"'{line}' is no 'path: text', 'path (type): text' or 'path as path'");
            }
        }

        return read;
    }

    /// <param name="path">For example <c>spec.http.route.weight</c>; the kind's name for the whole.</param>
    public FieldDescription? Find(string path)
    {
        if (_own.TryGetValue(path, out var own))
        {
            return own;
        }

        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (_alike.TryGetValue(path[..end], out var like))
            {
                return Find($"{like}{path[end..]}");
            }
        }

        return null;
    }

    [GeneratedRegex(@"\A(?<path>[\w.*]+)( \((?<type>\w+)\))?(: (?<text>.+)| as (?<like>[\w.*]+))\z")]
    private static partial Regex LinePattern { get; }
}

/// <param name="Type">As JSON schemas name it; absent where the reader knows.</param>
internal sealed record FieldDescription(string Text, string? Type);
