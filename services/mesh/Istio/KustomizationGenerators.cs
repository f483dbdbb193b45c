using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>The ConfigMaps and Secrets that a kustomization makes from files and literals.</summary>
/// <remarks>
/// Their names get no hash here: kustomize appends it wherever they are named, so that all refer to the same again.
/// </remarks>
internal sealed class KustomizationGenerators(ManifestDocument document, string folder, Fields fields)
{
    private readonly List<ManifestDocument> _made = [];

    public IReadOnlyList<ManifestDocument> Read()
    {
        if (fields.Object("generatorOptions") is { } options)
        {
            ReadOptions(options);
        }

        Make("configMapGenerator", "ConfigMap", "data");
        Make("secretGenerator", "Secret", "stringData");
        return _made;
    }

    private void Make(string generator, string kind, string dataField)
    {
        foreach (var one in fields.Objects(generator))
        {
            var metadata = new JsonObject { ["name"] = one.RequiredText("name") };
            if (one.Text("namespace") is { } space)
            {
                metadata["namespace"] = space;
            }

            if (one.Object("options") is { } options)
            {
                ReadOptions(options);
            }

            var json = new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = kind,
                ["metadata"] = metadata,
                [dataField] = Data(one),
            };
            one.Known("behavior", "type");
            one.End();
            _made.Add(new(document.File, document.PositionOf(one.Path), json, new Dictionary<string, Position>()));
        }
    }

    private static void ReadOptions(Fields options)
    {
        options.TextMap("labels");
        options.TextMap("annotations");
        options.Flag("disableNameSuffixHash");
        options.Flag("immutable");
        options.End();
    }

    private JsonObject Data(Fields generator)
    {
        var data = new JsonObject();
        foreach (var literal in generator.Texts("literals"))
        {
            var (key, value) = Split(literal);
            data[key] = value ?? "";
        }

        foreach (var named in generator.Texts("files"))
        {
            var (first, second) = Split(named);
            data[second is null ? Path.GetFileName(first) : first] = TextOf(second ?? first, "files", generator);
        }

        foreach (var line in generator.Texts("envs").SelectMany(env => TextOf(env, "envs", generator).Split('\n')))
        {
            if (line.Trim() is { Length: > 0 } pair && !pair.StartsWith('#'))
            {
                var (key, value) = Split(pair);
                data[key] = value ?? "";
            }
        }

        return data;
    }

    private const int LargestFile = 1024 * 1024; // as much as an object may hold in Kubernetes

    private string TextOf(string name, string field, Fields generator)
    {
        try
        {
            var file = Path.Combine(folder, name);
            return new FileInfo(file).Length is > 0 and <= LargestFile ? File.ReadAllText(file) : ""; // 0: or a pipe
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            generator.Error(field, $"'{name}' cannot be read: {wrong.Message}", ProblemCode.File);
            return "";
        }
    }

    private static (string Key, string? Value) Split(string pair) =>
        pair.Split('=', 2) is [var key, var value] ? (key, value) : (pair, null);
}
