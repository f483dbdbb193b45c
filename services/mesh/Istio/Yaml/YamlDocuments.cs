using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ColorDemo.Mesh.Istio;

/// <summary>Turns YAML, and so JSON, into the objects that it holds.</summary>
internal sealed class YamlDocuments
{
    private readonly string _file;
    private readonly Parser _parser;
    private readonly List<ManifestProblem> _problems;
    private readonly List<ManifestDocument> _documents = [];

    private YamlDocuments(string file, string text, List<ManifestProblem> problems)
    {
        _file = file;
        _problems = problems;
        _parser = new(new StringReader(text));
    }

    /// <returns>The objects up to the first place that is not YAML.</returns>
    public static IReadOnlyList<ManifestDocument> Read(string file, string text, List<ManifestProblem> problems)
    {
        var reading = new YamlDocuments(file, text, problems);
        try
        {
            reading.ReadAll();
        }
        catch (YamlException wrong)
        {
            reading.Refuse(wrong.End.ToPosition(), $"this is not YAML: {Reason(wrong)}");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet answers so to some damaged texts: to one that ends within a value, or to a tag that is no URI.
            var at = reading._parser.Current?.Start.ToPosition() ?? new(1, 1);
            reading.Refuse(at, "this is not YAML: the text ends within a value or a bracket, or a tag is wrong");
        }

        return reading._documents;
    }

    private static string Reason(Exception wrong) => (wrong.InnerException ?? wrong).Message.ReplaceLineEndings(" ");

    private void ReadAll()
    {
        _parser.Consume<StreamStart>();
        while (_parser.TryConsume<DocumentStart>(out _))
        {
            var start = _parser.Current!.Start.ToPosition();
            var tree = new YamlTree(_parser);
            switch (tree.Read())
            {
                case JsonObject json:
                    Add(new(_file, start, json, tree.Positions), tree);
                    break;
                case null: // an empty document, as between two separators
                    break;
                default:
                    Refuse(start, "a manifest is a mapping that starts with apiVersion and kind");
                    break;
            }

            _parser.Consume<DocumentEnd>();
        }
    }

    private void Add(ManifestDocument document, YamlTree tree)
    {
        var objects = ManifestList.Flatten(document, _problems).ToList();
        _documents.AddRange(objects);
        foreach (var (path, position) in tree.Repeated)
        {
            var owner = objects.Find(one => path.StartsWith(one.Prefix, StringComparison.Ordinal)) ?? document;
            _problems.Add(owner.Problem(
                path[owner.Prefix.Length..], "stands twice in the same mapping; keep one", ProblemCode.DuplicateKey)
                with
            { Line = position.Line, Column = position.Column });
        }
    }

    private void Refuse(Position at, string message) =>
        _problems.Add(new(_file, at.Line, "", message) { Column = at.Column, Code = ProblemCode.Yaml });
}
