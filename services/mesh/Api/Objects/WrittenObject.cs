using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>An object as a client wants it, checked as far as all kinds are alike.</summary>
/// <param name="Json">Complete with what its address says: version, kind and namespace.</param>
internal sealed record WrittenObject(JsonObject Json, JsonObject Metadata)
{
    private static readonly string[] Texts = ["name", "namespace", "generateName", "uid", "resourceVersion"];

    public string Name => Text("name");

    public string GenerateName => Text("generateName");

    public string Uid => Text("uid");

    /// <summary>Empty: whichever is there.</summary>
    public string ResourceVersion => Text("resourceVersion") is var text and not "0" ? text : "";

    /// <exception cref="ApiException">It is no object of this address.</exception>
    public static WrittenObject Of(ApiPath path, JsonObject json) =>
        Of(json, path.ApiVersion, path.Resource.Kind, path.Namespace, path.Name);

    /// <param name="name">Empty when the address names none.</param>
    public static WrittenObject Of(JsonObject json, string apiVersion, string kind, string space, string name)
    {
        Expect(json, "apiVersion", apiVersion);
        Expect(json, "kind", kind);
        if (json["metadata"] is not JsonObject metadata)
        {
            json["metadata"] = metadata = json["metadata"] is null
                ? []
                : throw ApiException.BadRequest("metadata must be a mapping of fields");
        }

        foreach (var field in Texts.Where(field => metadata[field] is { } node && !IsText(node)))
        {
            throw ApiException.BadRequest($"metadata.{field} must be text");
        }

        var written = new WrittenObject(json, metadata);
        written.ExpectMap("labels");
        written.ExpectMap("annotations");
        written.Expect("namespace", space, isLeftToBody: false);
        written.Expect("name", name, isLeftToBody: name.Length == 0 && written.Name.Length > 0);
        return written;
    }

    /// <exception cref="ApiException">Labels that Kubernetes would not take.</exception>
    public void CheckLabels(ApiResource resource)
    {
        List<ManifestProblem> problems = [];
        foreach (var (key, value) in Metadata["labels"] as JsonObject ?? [])
        {
            var text = value is not null && IsText(value) ? value.GetValue<string>() : "";
            if (!LabelMap.IsKey(key) || (text.Length > 0 && !LabelMap.IsValue(text)))
            {
                problems.Add(new("", 1, "metadata.labels", $"'{GivenValue.Shorten($"{key}={text}")}' is no label; "
                    + "names and values have at most 63 letters, digits, '-', '_' and '.'"));
            }
        }

        if (problems.Count > 0)
        {
            throw new ApiException(InvalidObject.Of(resource, Name, problems));
        }
    }

    private void Expect(string field, string expected, bool isLeftToBody)
    {
        if (isLeftToBody)
        {
            return;
        }

        var given = Text(field);
        if (given.Length > 0 && given != expected)
        {
            throw ApiException.BadRequest(
                $"metadata.{field} is '{GivenValue.Shorten(given)}', and the address says '{expected}'");
        }

        if (expected.Length > 0)
        {
            Metadata[field] = expected;
        }
    }

    private void ExpectMap(string field)
    {
        if (Metadata[field] is not (null or JsonObject))
        {
            throw ApiException.BadRequest($"metadata.{field} must be a mapping of fields");
        }
    }

    private static void Expect(JsonObject json, string field, string expected)
    {
        if (json[field] is { } given && !(IsText(given) && given.GetValue<string>() == expected))
        {
            throw ApiException.BadRequest($"{field} is {GivenValue.Show(given)}, and the address is of \"{expected}\"");
        }

        json[field] = expected;
    }

    private string Text(string field) => Metadata[field] is { } node && IsText(node) ? node.GetValue<string>() : "";

    private static bool IsText(JsonNode node) => node is JsonValue value && value.TryGetValue(out string? _);
}
