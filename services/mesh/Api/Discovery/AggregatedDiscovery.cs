using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace ColorDemo.Mesh.Api;

/// <summary>All groups with all that is in them, in one document, for clients that ask for it by media type.</summary>
/// <remarks>Source: <c>apidiscovery.k8s.io/v2</c>; kubectl asks for it at <c>/api</c> and <c>/apis</c>.</remarks>
internal static class AggregatedDiscovery
{
    private const string Group = "apidiscovery.k8s.io";

    /// <summary>The newer one first; both have the same fields.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["v2", "v2beta1"];

    /// <returns>The best version that is acceptable, or null when the plain documents are wanted.</returns>
    public static string? VersionIn(string? accept)
    {
        if (accept is null || !MediaTypeHeaderValue.TryParseList([accept], out var types))
        {
            return null;
        }

        var asked = types
            .Where(type => type.MediaType == "application/json" && Parameter(type, "as") == "APIGroupDiscoveryList")
            .Where(type => Parameter(type, "g") == Group)
            .Select(type => Parameter(type, "v"))
            .ToList();
        return Versions.FirstOrDefault(asked.Contains);
    }

    public static string MediaType(string version) =>
        $"application/json;g={Group};v={version};as=APIGroupDiscoveryList";

    public static JsonObject Document(bool isCore, string version) => new()
    {
        ["kind"] = "APIGroupDiscoveryList",
        ["apiVersion"] = $"{Group}/{version}",
        ["metadata"] = new JsonObject(),
        ["items"] = new JsonArray([.. ApiGroup.All.Where(group => group.IsCore == isCore).Select(GroupOf)]),
    };

    private static JsonObject GroupOf(ApiGroup group) => new()
    {
        ["metadata"] = group.IsCore ? new JsonObject() : new JsonObject { ["name"] = group.Name },
        ["versions"] = new JsonArray(
        [
            .. group.Versions.Select(version => new JsonObject
            {
                ["version"] = version,
                ["resources"] = new JsonArray(
                    [.. group.ResourcesOf(version).Select(resource => ResourceOf(resource, version))]),
                ["freshness"] = "Current",
            }),
        ]),
    };

    private static JsonObject ResourceOf(ApiResource resource, string version)
    {
        var json = new JsonObject
        {
            ["resource"] = resource.Plural,
            ["responseKind"] = KindOf(resource.Group, version, resource.Kind),
            ["scope"] = resource.IsNamespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = resource.Singular,
            ["verbs"] = DiscoveryDocuments.Texts(resource.Verbs),
            ["shortNames"] = DiscoveryDocuments.Texts(resource.ShortNames),
            ["categories"] = DiscoveryDocuments.Texts(resource.Categories),
        };
        JsonArray subresources =
        [
            .. Subresource.Of(resource, version).Select(sub => new JsonObject
            {
                ["subresource"] = sub.Name,
                ["responseKind"] = KindOf(sub.Group, sub.Version, sub.Kind),
                ["verbs"] = DiscoveryDocuments.Texts(sub.Verbs),
            }),
        ];
        if (subresources.Count > 0)
        {
            json["subresources"] = subresources;
        }

        return json;
    }

    private static JsonObject KindOf(string group, string version, string kind) => new()
    {
        ["group"] = group,
        ["version"] = version,
        ["kind"] = kind,
    };

    private static string? Parameter(MediaTypeHeaderValue type, string name) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value.Value;
}
