using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>Takes a <c>kind: List</c> apart, as <c>kubectl get -o yaml</c> writes it.</summary>
internal static class ManifestList
{
    public static IEnumerable<ManifestDocument> Flatten(ManifestDocument document, List<ManifestProblem> problems)
    {
        if (document.Kind != "List"
            && !(document.Kind.EndsWith("List", StringComparison.Ordinal) && document.Json["items"] is JsonArray))
        {
            return [document];
        }

        var fields = new Fields(document.Json, "", new(document, problems));
        fields.Known("apiVersion", "kind", "metadata");
        fields.Objects("items");
        fields.End();
        if (document.Json["items"] is not JsonArray array)
        {
            return [];
        }

        var items = array.ToList();
        array.Clear(); // each is an object of its own from here on
        return items.SelectMany((item, index) => Item(document, item, index, problems));
    }

    private static IEnumerable<ManifestDocument> Item(
        ManifestDocument list, JsonNode? item, int index, List<ManifestProblem> problems)
    {
        if (item is not JsonObject json)
        {
            return [];
        }

        if (list.Kind != "List") // those of a typed list need not name their kind
        {
            json["apiVersion"] ??= list.ApiVersion;
            json["kind"] ??= list.Kind[..^"List".Length];
        }

        var start = list.PositionOf($"items[{index}]");
        return Flatten(
            list with { Json = json, Start = start, Prefix = $"{list.Prefix}items[{index}]." }, problems);
    }
}
